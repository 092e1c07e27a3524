package org.labcast.correction.rule.packages;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class PacmanOptionTest extends RuleTest {
    PacmanOptionTest() {
        super(new PacmanOption());
    }

    @Test
    void operationsAreCapital() {
        safely("pacman -qi tree", 1, "error: invalid option '-q'\n", "pacman -Qi tree");
        riskily("sudo pacman -syu", 1, "error: invalid option '-s'\n", "sudo pacman -Syu");
        riskily("pacman -r tree", 1, "error: invalid option '-r'\n", "pacman -R tree");
    }

    @Test
    void otherOptions() {
        notAtAll("pacman -Szq tree", 1, "error: invalid option '-z'\n");
        notAtAll("pacman -zv tree", 1, "error: invalid option '-'\n");
        notAtAll("pacman -q tree", 1, "error: you cannot perform this operation unless you are root.\n");
    }
}
