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

    @Test
    void pathBehindTheCommand() {
        machine.executables("ls", "cat");
        safely("ls/etc", 127, "bash: line 1: ls/etc: No such file or directory\n", "ls /etc");
        safely("cat/etc/hosts", 127, "sh: 1: cat/etc/hosts: not found\n", "cat /etc/hosts");
        notAtAll("bin/tool", 127, "bash: line 1: bin/tool: No such file or directory\n");
    }

    @Test
    void longerNames() {
        machine.executables("ssh", "ssh-keygen", "dpkg").file("/usr/sbin/dpkg-reconfigure");
        notAtAll("ssh-kegen -t rsa", 127, "bash: line 1: ssh-kegen: command not found\n");
        notAtAll("dpkg-reconfigure tzdata", 127, "bash: line 1: dpkg-reconfigure: command not found\n");
    }

    @Test
    void whatIsNoOptionAndNoSubcommandIsAGuess() {
        machine.executables("mkdir", "apt", "cat", "touch");
        riskily("mkdirbackup", 127, "sh: 1: mkdirbackup: not found\n", "mkdir backup");
        notAtAll("apt-key list", 127, "sh: 1: apt-key: not found\n");
        notAtAll("catt notes", 127, "sh: 1: catt: not found\n");
        notAtAll("touc1 notes", 127, "sh: 1: touc1: not found\n");
    }
}
