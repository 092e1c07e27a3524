package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GitUnquotedMessageTest extends RuleTest {
    GitUnquotedMessageTest() {
        super(new GitUnquotedMessage());
    }

    @Test
    void message() {
        riskily(
                "git commit -am fix the bug && git log",
                1,
                "error: pathspec 'the' did not match any file(s) known to git\nerror: pathspec 'bug' did not match any file(s) known to git\n",
                "git commit -am 'fix the bug' && git log");
    }

    @Test
    void withAll() {
        riskily(
                "git commit -a -m two words",
                128,
                "fatal: paths 'words ...' with -a does not make sense",
                "git commit -a -m 'two words'");
    }

    @Test
    void aFileIsMeant() {
        machine.file("old.txt");
        notAtAll(
                "git commit -m fix old.txt new.txt",
                1,
                "error: pathspec 'new.txt' did not match any file(s) known to git\n");
    }

    @Test
    void quoted() {
        notAtAll("git commit -m 'fix it'", 1, "error: pathspec 'it' did not match any file(s) known to git\n");
    }
}
