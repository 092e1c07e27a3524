package org.labcast.correction.rule.packages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.labcast.correction.Corrector;
import org.labcast.correction.Diagnosis;
import org.labcast.correction.FailedCommand;
import org.labcast.correction.FakeMachine;

final class PacmanLockTest {
    private final Corrector corrector = new Corrector((rule, on, cause) -> {
        throw new AssertionError(rule + " crashed on " + on, cause);
    });

    private Diagnosis diagnosis(String command, String err) {
        return corrector.diagnose(new FailedCommand(command, 1, "", err), new FakeMachine());
    }

    @Test
    void isReportedAndNotMended() {
        String said = "error: failed to init transaction (unable to lock database)\n"
                + "error: could not lock database: File exists\n  if you're sure a package manager is not already\n"
                + "  running, you can remove /var/lib/pacman/db.lck\n";
        assertThat(diagnosis("sudo pacman -S --noconfirm tree", said).advice())
                .singleElement()
                .asString()
                .contains("db.lck");
        assertThat(diagnosis("sudo pacman -S --noconfirm tree", said).corrections())
                .isEmpty();
        assertThat(diagnosis("cat log", said).advice()).isEmpty();
    }
}
