package org.labcast.correction.rule.line;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class RepeatedWordTest extends RuleTest {
    RepeatedWordTest() {
        super(new RepeatedWord());
    }

    @Test
    void theToolDoesNotKnowItself() {
        safely("cd cd /srv", 1, "bash: line 1: cd: too many arguments\n", "cd /srv");
        safely(
                "sudo apt-get apt-get install -y tree",
                100,
                "E: Invalid operation apt-get\n",
                "sudo apt-get install -y tree");
        safely("git  git status", 1, "git: 'git' is not a git command. See 'git --help'.\n", "git status");
    }

    @Test
    void withoutAWordFromTheToolItIsAGuess() {
        riskily("git git log", 1, "", "git log");
        notAtAll("cat cat x", 1, "cat: x: No such file or directory\n");
        notAtAll("ls", 1, "");
    }

    @Test
    void dashSaysItOtherwise() {
        safely("cd cd /srv", 2, "sh: 1: cd: can't cd to cd\n", "cd /srv");
    }
}
