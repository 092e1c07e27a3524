package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GitRemoteVerbTest extends RuleTest {
    GitRemoteVerbTest() {
        super(new GitRemoteVerb());
    }

    @Test
    void absent() {
        safely(
                "git remote set-url up https://git.example.org/x.git",
                2,
                "error: No such remote 'up'",
                "git remote add up https://git.example.org/x.git");
    }

    @Test
    void absentForOldGit() {
        safely(
                "git remote set-url up https://git.example.org/x.git",
                128,
                "fatal: No such remote 'up'",
                "git remote add up https://git.example.org/x.git");
    }

    @Test
    void present() {
        riskily(
                "git remote add origin https://git.example.org/x.git",
                3,
                "error: remote origin already exists.",
                "git remote set-url origin https://git.example.org/x.git");
    }

    @Test
    void other() {
        notAtAll("git remote remove up", 2, "error: No such remote: 'up'");
    }
}
