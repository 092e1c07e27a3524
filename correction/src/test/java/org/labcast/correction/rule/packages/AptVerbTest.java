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
    void otherManagersVerbs() {
        safely("apt info tree", 100, "E: Invalid operation info\n", "apt show tree");
        safely("apt-get info tree", 100, "E: Invalid operation info\n", "apt-cache show tree");
        safely("apt list-upgradable", 100, "E: Invalid operation list-upgradable\n", "apt list --upgradable");
        riskily(
                "sudo apt-get uninstall -y tree",
                100,
                "E: Invalid operation uninstall\n",
                "sudo apt-get remove -y tree");
    }

    @Test
    void aSistersVerbNeedsNoComplaint() {
        safely("apt-get search tree", 100, "", "apt-cache search tree");
        safely(
                "apt-get list --installed",
                100,
                "E: Command line option --installed is not understood in combination with the other options\n",
                "apt list --installed");
        notAtAll("apt-get install tree", 100, "");
    }

    @Test
    void whereNothingWasSaidTheVerbIsAGuess() {
        riskily("apt-get instal tree", 1, "", "apt-get install tree");
        notAtAll("apt-get frobnicate tree", 1, "");
    }

    @Test
    void removalIsLeftToAPerson() {
        riskily("apt-get remov tree", 100, "E: Invalid operation remov\n", "apt-get remove tree");
    }
}
