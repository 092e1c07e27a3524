package org.labcast.correction.rule.files;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class ModeOrderTest extends RuleTest {
    ModeOrderTest() {
        super(new ModeOrder());
    }

    @Test
    void modeOrOwnerComesFirst() {
        machine.file("run.sh");
        safely(
                "chmod run.sh 755",
                1,
                "chmod: invalid mode: \u2018run.sh\u2019\nTry 'chmod --help' for more information.\n",
                "chmod 755 run.sh");
        safely("sudo chown run.sh bob:users", 1, "chown: invalid user: 'run.sh'\n", "sudo chown bob:users run.sh");
    }

    @Test
    void otherFaults() {
        machine.file("run.sh").file("x.sh");
        notAtAll("chmod run.sh x.sh", 1, "chmod: invalid mode: 'run.sh'\n");
        notAtAll("chmod 75x run.sh", 1, "chmod: invalid mode: '75x'\n");
    }
}
