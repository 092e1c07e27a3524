package org.labcast.correction.rule.packages;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class BrokenDependenciesTest extends RuleTest {
    BrokenDependenciesTest() {
        super(new BrokenDependencies());
    }

    @Test
    void fixIsLeftToAPerson() {
        String said = "You might want to run 'apt --fix-broken install' to correct these.\n"
                + "E: Unmet dependencies. Try 'apt --fix-broken install' with no packages (or specify a solution).\n";
        riskily(
                "sudo apt-get install -y tree",
                100,
                said,
                "sudo apt-get --fix-broken install -y && sudo apt-get install -y tree");
        notAtAll("grep broken log", 1, said);
    }

    @Test
    void unresolvableWishesAreNoBrokenState() {
        notAtAll("apt-get install -y a", 100, "E: Unable to correct problems, you have held broken packages.\n");
    }
}
