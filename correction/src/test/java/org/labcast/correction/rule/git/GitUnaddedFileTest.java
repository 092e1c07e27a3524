package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GitUnaddedFileTest extends RuleTest {
    GitUnaddedFileTest() {
        super(new GitUnaddedFile());
    }

    @Test
    void commit() {
        machine.file("new.txt");
        safely(
                "git -c core.editor=true commit new.txt",
                1,
                "error: pathspec 'new.txt' did not match any file(s) known to git\n",
                "git -c core.editor=true add -- new.txt && git -c core.editor=true commit new.txt");
    }

    @Test
    void otherVerbs() {
        machine.directory("tools");
        riskily(
                "git submodule update tools",
                1,
                "error: pathspec 'tools' did not match any file(s) known to git.\n",
                "git add -- tools && git submodule update tools");
    }

    @Test
    void noSuchFile() {
        notAtAll("git commit new.txt", 1, "error: pathspec 'new.txt' did not match any file(s) known to git\n");
    }
}
