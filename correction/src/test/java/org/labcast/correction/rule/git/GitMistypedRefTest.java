package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GitMistypedRefTest extends RuleTest {
    GitMistypedRefTest() {
        super(new GitMistypedRef());
    }

    @Test
    void looking() {
        machine.answer(
                "git branch -a --no-color --no-column",
                "* main\n  topic\n  fix/printer\n  remotes/origin/HEAD -> origin/main\n  remotes/origin/main\n  remotes/origin/release-12\n");
        safely(
                "git log -3 topci",
                128,
                "fatal: ambiguous argument 'topci': unknown revision or path not in the working tree.\nUse '--' to separate paths from revisions, like this:\n'git <command> [<revision>...] -- [<file>...]'",
                "git log -3 topic");
    }

    @Test
    void branchAlone() {
        machine.answer(
                "git branch -a --no-color --no-column",
                "* main\n  topic\n  fix/printer\n  remotes/origin/HEAD -> origin/main\n  remotes/origin/main\n  remotes/origin/release-12\n");
        safely(
                "git checkout mian",
                1,
                "error: pathspec 'mian' did not match any file(s) known to git\n",
                "git checkout main");
    }

    @Test
    void changing() {
        machine.file("main").answer("git branch -a --no-color --no-column", "* topic\n  main\n");
        riskily(
                "git checkout mian",
                1,
                "error: pathspec 'mian' did not match any file(s) known to git\n",
                "git checkout main");
    }

    @Test
    void shortened() {
        machine.answer(
                "git branch -a --no-color --no-column",
                "* main\n  topic\n  fix/printer\n  remotes/origin/HEAD -> origin/main\n  remotes/origin/main\n  remotes/origin/release-12\n");
        riskily("git switch printer", 128, "fatal: invalid reference: printer", "git switch fix/printer");
    }

    @Test
    void atTheRemote() {
        machine.answer(
                "git branch -a --no-color --no-column",
                "* main\n  topic\n  fix/printer\n  remotes/origin/HEAD -> origin/main\n  remotes/origin/main\n  remotes/origin/release-12\n");
        safely(
                "git fetch origin relaese-12",
                128,
                "fatal: couldn't find remote ref relaese-12",
                "git fetch origin release-12");
    }

    @Test
    void pushed() {
        machine.answer(
                "git branch -a --no-color --no-column",
                "* main\n  topic\n  fix/printer\n  remotes/origin/HEAD -> origin/main\n  remotes/origin/main\n  remotes/origin/release-12\n");
        riskily(
                "git push origin topci:main",
                1,
                "error: src refspec topci does not match any\nerror: failed to push some refs to '/srv/x.git'\n",
                "git push origin topic:main");
    }

    @Test
    void otherDefault() {
        machine.answer(
                "git branch -a --no-color --no-column",
                "* main\n  topic\n  fix/printer\n  remotes/origin/HEAD -> origin/main\n  remotes/origin/main\n  remotes/origin/release-12\n");
        riskily("git rebase origin/master", 128, "fatal: invalid upstream 'origin/master'", "git rebase origin/main");
    }

    @Test
    void otherDefaultUnasked() {
        riskily(
                "git clone -b master https://git.example.org/x.git",
                128,
                "Cloning into 'x'...\nfatal: Remote branch master not found in upstream origin",
                "git clone -b main https://git.example.org/x.git");
    }

    @Test
    void gitAsks() {
        riskily(
                "git merge -m \"two words\" topic",
                1,
                "merge: topic - not something we can merge\n\nDid you mean this?\n\torigin/topic\n",
                "git merge -m \"two words\" origin/topic");
    }

    @Test
    void ofAnotherRepository() {
        machine.answer(
                "git branch -a --no-color --no-column",
                "* main\n  topic\n  fix/printer\n  remotes/origin/HEAD -> origin/main\n  remotes/origin/main\n  remotes/origin/release-12\n");
        notAtAll("git -C /srv/y checkout mian", 1, "error: pathspec 'mian' did not match any file(s) known to git\n");
    }

    @Test
    void nothingNear() {
        machine.answer(
                "git branch -a --no-color --no-column",
                "* main\n  topic\n  fix/printer\n  remotes/origin/HEAD -> origin/main\n  remotes/origin/main\n  remotes/origin/release-12\n");
        notAtAll("git checkout unheard-of", 1, "error: pathspec 'unheard-of' did not match any file(s) known to git\n");
    }

    @Test
    void twoWords() {
        riskily("git merge origin main", 1, "merge: origin - not something we can merge", "git merge origin/main");
    }

    @Test
    void hostileAnswer() {
        notAtAll(
                "git merge topic", 1, "merge: topic - not something we can merge\n\nDid you mean this?\n\t$(reboot)\n");
    }

    @Test
    void quotedAlso() {
        riskily("git switch master", 128, "fatal: invalid reference: 'master'\n", "git switch main");
        riskily("git merge main", 1, "merge: 'main' - not something we can merge\n", "git merge master");
    }
}
