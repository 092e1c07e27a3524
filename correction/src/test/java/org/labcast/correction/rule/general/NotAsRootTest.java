package org.labcast.correction.rule.general;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class NotAsRootTest extends RuleTest {
    NotAsRootTest() {
        super(new NotAsRoot());
    }

    @Test
    void sudoGoes() {
        safely("sudo yay -S tree", 1, "error: you cannot perform this operation as root\n", "yay -S tree");
        safely("cd x && sudo makepkg", 1, "ERROR: Running makepkg as root is not allowed\n", "cd x && makepkg");
    }

    @Test
    void rootItselfStaysRoot() {
        notAtAll("makepkg", 1, "ERROR: Running makepkg as root is not allowed\n");
        notAtAll("sudo ls", 2, "Permission denied\n");
    }
}
