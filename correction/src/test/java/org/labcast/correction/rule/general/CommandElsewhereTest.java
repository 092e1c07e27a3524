package org.labcast.correction.rule.general;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class CommandElsewhereTest extends RuleTest {
    CommandElsewhereTest() {
        super(new CommandElsewhere());
    }

    @Test
    void aliasesOfInteractiveShells() {
        machine.executables("ls");
        safely("ll /etc/nginx", 127, "bash: line 1: ll: command not found\n", "ls -l /etc/nginx");
        safely("sudo ll /root", 1, "sudo: ll: command not found\n", "sudo ls -l /root");
    }

    @Test
    void commandsOfWindows() {
        machine.executables("cp", "mv", "clear");
        safely("copy a.txt b.txt", 127, "sh: 1: copy: not found\n", "cp a.txt b.txt");
        safely("cls", 127, "sh: 1: cls: not found\n", "clear");
        machine.file("b.txt");
        riskily("move a.txt b.txt", 127, "sh: 1: move: not found\n", "mv a.txt b.txt");
        notAtAll("copy /y a.txt b.txt", 127, "sh: 1: copy: not found\n");
    }

    @Test
    void whatIsHereIsMeant() {
        machine.executables("ls");
        notAtAll("ll x", 2, "ls: cannot access 'x': No such file or directory\n");
    }
}
