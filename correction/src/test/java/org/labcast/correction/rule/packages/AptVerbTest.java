package org.labcast.correction.rule.packages;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class AptVerbTest extends RuleTest {
    AptVerbTest() {
        super(new AptVerb());
    }

    @Test
    void verbIsMended() {
        safely("sudo apt isntall -y tree", 100, "E: Invalid operation isntall\n", "sudo apt install -y tree");
        safely("apt-get search nginx-light", 100, "E: Invalid operation search\n", "apt-cache search nginx-light");
    }

    @Test
    void verbIsMendedBehindAnOption() {
        String complaint =
                "E: Command line option --simulate is not understood in combination with the other options\n";
        safely("apt-get instal --simulate bash", 100, complaint, "apt-get install --simulate bash");
        safely("apt-get -s instal bash", 100, complaint, "apt-get -s install bash");
        notAtAll("apt-get install --nonsense bash", 100, complaint);
    }

    @Test
    void removalIsLeftToAPerson() {
        riskily("apt-get remov tree", 100, "E: Invalid operation remov\n", "apt-get remove tree");
    }
}
