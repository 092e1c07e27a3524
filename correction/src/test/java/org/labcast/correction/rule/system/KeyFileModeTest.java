package org.labcast.correction.rule.system;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class KeyFileModeTest extends RuleTest {
    KeyFileModeTest() {
        super(new KeyFileMode());
    }

    private static final String OPEN = "Permissions 0644 for '/home/ann/.ssh/lab' are too open.\n";

    @Test
    void closedToOthers() {
        safely(
                "ssh -i /home/ann/.ssh/lab lab-02 uptime",
                255,
                OPEN,
                "chmod 600 /home/ann/.ssh/lab && ssh -i /home/ann/.ssh/lab lab-02 uptime");
        safely(
                "sudo ssh -o IdentityFile=/home/ann/.ssh/lab lab-02 uptime",
                255,
                OPEN,
                "sudo chmod 600 /home/ann/.ssh/lab && sudo ssh -o IdentityFile=/home/ann/.ssh/lab lab-02 uptime");
    }

    @Test
    void aFileThatTheCommandDoesNotName() {
        notAtAll("ssh lab-02 uptime", 255, OPEN);
        notAtAll("cat /home/ann/.ssh/lab", 255, OPEN);
    }
}
