package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GitTwiceTest extends RuleTest {
    GitTwiceTest() {
        super(new GitTwice());
    }

    @Test
    void theVerbTwice() {
        safely(
                "git clone git clone https://git.example.org/x.git",
                129,
                "fatal: Too many arguments.\n\nusage: git clone [<options>] [--] <repo> [<dir>]\n",
                "git clone https://git.example.org/x.git");
    }

    @Test
    void theNameTwiceAndGitWouldRatherInitialise() {
        safely(
                "cd /srv && git git status",
                1,
                "git: 'git' is not a git command. See 'git --help'.\n\nThe most similar command is\n\tinit\n",
                "cd /srv && git status");
    }

    @Test
    void tooManyForAnotherReason() {
        notAtAll("git clone a b c", 129, "fatal: Too many arguments.\n");
    }
}
