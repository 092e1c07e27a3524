package org.labcast.correction.rule.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.labcast.correction.Corrector;
import org.labcast.correction.Diagnosis;
import org.labcast.correction.FailedCommand;
import org.labcast.correction.FakeMachine;

final class LoginRefusedTest {
    private static final String REFUSED = "git@github.com: Permission denied (publickey).\n";

    private static Diagnosis diagnose(String command) {
        return new Corrector((rule, on, cause) -> {})
                .diagnose(new FailedCommand(command, 255, "", REFUSED), new FakeMachine());
    }

    @Test
    void aPersonMustLetTheUserIn() {
        assertThat(diagnose("ssh lab-02 uptime").advice())
                .singleElement()
                .asString()
                .contains("authorized_keys");
        assertThat(diagnose("git push").advice()).isNotEmpty();
    }

    @Test
    void aPublicRepositoryNeedsNoKey() {
        assertThat(diagnose("git clone git@github.com:a/b.git").advice()).isEmpty();
    }
}
