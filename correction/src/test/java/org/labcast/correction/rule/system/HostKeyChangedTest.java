package org.labcast.correction.rule.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.labcast.correction.Corrector;
import org.labcast.correction.Diagnosis;
import org.labcast.correction.FailedCommand;
import org.labcast.correction.FakeMachine;

final class HostKeyChangedTest {
    private static final String WARNING = "@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\n"
            + "Host key for lab-7 has changed and you have requested strict checking.\nHost key verification failed.\n";

    private final Corrector corrector = new Corrector((rule, on, cause) -> {
        throw new AssertionError(rule + " crashed on " + on, cause);
    });

    @Test
    void isReportedAndNeverCorrected() {
        Diagnosis found = corrector.diagnose(new FailedCommand("ssh lab-7 true", 255, "", WARNING), new FakeMachine());
        assertThat(found.corrections()).isEmpty();
        assertThat(found.advice())
                .singleElement()
                .asString()
                .contains("host key of lab-7")
                .contains("ssh-keygen -R");
    }

    @Test
    void keepsEveryOtherRuleAway() {
        Diagnosis found = corrector.diagnose(
                new FailedCommand(
                        "ssh lab-7 true; mkdir a/b",
                        1,
                        "",
                        WARNING + "mkdir: cannot create directory 'a/b': No such file or directory\n"),
                new FakeMachine());
        assertThat(found.corrections()).isEmpty();
        assertThat(found.advice()).hasSize(1);
    }
}
