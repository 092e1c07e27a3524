package org.labcast.correction.rule.files;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class MissingWorkingDirectoryTest extends RuleTest {
    MissingWorkingDirectoryTest() {
        super(new MissingWorkingDirectory());
    }

    @Test
    void onlyShown() {
        riskily("cd /srv/new && ls", 2, "sh: 1: cd: can't cd to /srv/new\n", "mkdir -p /srv/new && cd /srv/new && ls");
        riskily("cd 'a b'", 1, "bash: line 1: cd: a b: No such file or directory\n", "mkdir -p 'a b' && cd 'a b'");
    }

    @Test
    void whatIsThereIsNotMade() {
        machine.file("f");
        notAtAll("cd f", 2, "sh: 1: cd: can't cd to f\n");
        notAtAll("cd $X", 2, "sh: 1: cd: can't cd to x\n");
    }
}
