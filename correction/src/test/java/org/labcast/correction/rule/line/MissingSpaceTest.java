package org.labcast.correction.rule.line;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class MissingSpaceTest extends RuleTest {
    MissingSpaceTest() {
        super(new MissingSpace());
    }

    @Test
    void blankIsPutIn() {
        machine.executables("ls", "rm");
        safely("cd.. && ls", 127, "sh: 1: cd..: not found\n", "cd .. && ls");
        safely("ls-l", 127, "sh: 1: ls-l: not found\n", "ls -l");
        notAtAll("rm-rf x", 127, "sh: 1: rm-rf: not found\n");
    }

    @Test
    void subcommandsAndWrappedCommands() {
        machine.executables("git", "ls", "watch", "w");
        safely("gitpull", 127, "sh: 1: gitpull: not found\n", "git pull");
        safely("watchls -l", 127, "sh: 1: watchls: not found\n", "watch ls -l");
        notAtAll("lsof", 127, "sh: 1: lsof: not found\n");
    }
}
