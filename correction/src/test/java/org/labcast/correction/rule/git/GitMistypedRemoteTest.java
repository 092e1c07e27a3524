package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GitMistypedRemoteTest extends RuleTest {
    GitMistypedRemoteTest() {
        super(new GitMistypedRemote());
    }

    @Test
    void looking() {
        machine.answer(
                "git branch -a --no-color --no-column",
                "* main\n  topic\n  fix/printer\n  remotes/origin/HEAD -> origin/main\n  remotes/origin/main\n  remotes/origin/release-12\n");
        safely(
                "git fetch orign main",
                128,
                "fatal: 'orign' does not appear to be a git repository\nfatal: Could not read from remote repository.\n\nPlease make sure you have the correct access rights\nand the repository exists.\n",
                "git fetch origin main");
    }

    @Test
    void unasked() {
        riskily(
                "git pull orign main",
                1,
                "fatal: 'orign' does not appear to be a git repository\nfatal: Could not read from remote repository.\n\nPlease make sure you have the correct access rights\nand the repository exists.\n",
                "git pull origin main");
    }

    @Test
    void branchAlone() {
        machine.answer(
                "git branch -a --no-color --no-column",
                "* main\n  topic\n  fix/printer\n  remotes/origin/HEAD -> origin/main\n  remotes/origin/main\n  remotes/origin/release-12\n");
        riskily(
                "git push topic",
                128,
                "fatal: 'topic' does not appear to be a git repository\nfatal: Could not read from remote repository.\n\nPlease make sure you have the correct access rights\nand the repository exists.\n",
                "git push origin topic");
    }

    @Test
    void branchFirst() {
        riskily(
                "git pull main origin",
                1,
                "fatal: 'main' does not appear to be a git repository\nfatal: Could not read from remote repository.\n\nPlease make sure you have the correct access rights\nand the repository exists.\n",
                "git pull origin main");
    }

    @Test
    void configuration() {
        machine.answer(
                "git branch -a --no-color --no-column",
                "* main\n  topic\n  fix/printer\n  remotes/origin/HEAD -> origin/main\n  remotes/origin/main\n  remotes/origin/release-12\n");
        riskily("git remote rename orign up", 2, "error: No such remote: 'orign'", "git remote rename origin up");
    }

    @Test
    void nothingNear() {
        machine.answer(
                "git branch -a --no-color --no-column",
                "* main\n  topic\n  fix/printer\n  remotes/origin/HEAD -> origin/main\n  remotes/origin/main\n  remotes/origin/release-12\n");
        notAtAll(
                "git fetch backup",
                128,
                "fatal: 'backup' does not appear to be a git repository\nfatal: Could not read from remote repository.\n\nPlease make sure you have the correct access rights\nand the repository exists.\n");
    }
}
