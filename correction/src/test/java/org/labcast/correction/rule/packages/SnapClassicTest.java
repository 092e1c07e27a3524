package org.labcast.correction.rule.packages;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class SnapClassicTest extends RuleTest {
    SnapClassicTest() {
        super(new SnapClassic());
    }

    private static final String CLASSIC =
            "error: This revision of snap \"code\" was published using classic confinement and thus may perform\n"
                    + "       arbitrary system changes outside of the security sandbox. If you understand and want to proceed\n"
                    + "       repeat the command including --classic.\n";

    @Test
    void onlyShown() {
        riskily("sudo snap install code", 1, CLASSIC, "sudo snap install --classic code");
    }

    @Test
    void saidAlready() {
        notAtAll("snap install code --classic", 1, CLASSIC);
        notAtAll("snap install code", 1, "error: snap \"code\" not found\n");
    }
}
