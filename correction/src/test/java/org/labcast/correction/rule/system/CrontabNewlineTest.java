package org.labcast.correction.rule.system;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class CrontabNewlineTest extends RuleTest {
    CrontabNewlineTest() {
        super(new CrontabNewline());
    }

    private static final String OPEN = "new crontab file is missing newline before EOF, can't install.\n";

    @Test
    void theLastLineIsEnded() {
        safely("crontab jobs.txt", 1, OPEN, "sed '$a\\' -- jobs.txt | crontab -");
        safely("sudo crontab -u ann jobs.txt", 1, OPEN, "sudo sed '$a\\' -- jobs.txt | sudo crontab -u ann -");
    }

    @Test
    void nothingToRead() {
        notAtAll("crontab -", 1, OPEN);
        notAtAll("cat a | crontab jobs.txt", 1, OPEN);
        notAtAll("crontab jobs.txt", 1, "jobs.txt: No such file or directory\n");
    }
}
