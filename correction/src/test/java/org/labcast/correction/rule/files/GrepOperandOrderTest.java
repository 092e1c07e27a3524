package org.labcast.correction.rule.files;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GrepOperandOrderTest extends RuleTest {
    GrepOperandOrderTest() {
        super(new GrepOperandOrder());
    }

    @Test
    void fileGoesLast() {
        machine.file("/etc/hosts").directory("/srv");
        safely("grep /etc/hosts 'lab 1'", 2, "grep: lab 1: No such file or directory\n", "grep 'lab 1' /etc/hosts");
        safely("grep -r /srv lab -i", 2, "grep: lab: No such file or directory\n", "grep -r lab -i /srv");
    }

    @Test
    void aMissingFileIsNoPattern() {
        notAtAll("grep lab /etc/hosst", 2, "grep: /etc/hosst: No such file or directory\n");
    }

    @Test
    void whatLooksLikeAPathIsNoPattern() {
        machine.directory("root");
        notAtAll("grep root /etc/passwrd", 2, "grep: /etc/passwrd: No such file or directory\n");
    }
}
