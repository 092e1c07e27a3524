package org.labcast.correction.rule.packages;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class ForeignPackageManagerTest extends RuleTest {
    ForeignPackageManagerTest() {
        super(new ForeignPackageManager());
    }

    @Test
    void verbsAreTranslated() {
        safely("sudo dnf install -y tree", 1, "sudo: dnf: command not found\n", "sudo apt-get install -y tree");
        safely("yum search \"two words\"", 127, "sh: 1: yum: not found\n", "apt-cache search \"two words\"");
        safely("pacman -S vim 2>&1 | cat", 127, "sh: 1: pacman: not found\n", "apt-get install -y vim 2>&1 | cat");
    }

    @Test
    void removalIsLeftToAPerson() {
        riskily("dnf remove tree", 127, "sh: 1: dnf: not found\n", "apt-get remove -y tree");
    }
}
