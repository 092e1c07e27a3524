package org.labcast.correction.rule.packages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.labcast.correction.Corrector;
import org.labcast.correction.Diagnosis;
import org.labcast.correction.FailedCommand;
import org.labcast.correction.FakeMachine;

final class ProtectedPackagesTest {
    private final Corrector corrector = new Corrector((rule, on, cause) -> {
        throw new AssertionError(rule + " crashed on " + on, cause);
    });

    private Diagnosis diagnosis(String command, String err) {
        return corrector.diagnose(new FailedCommand(command, 1, "", err), new FakeMachine());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "apt-get remove -y bash|E: Essential packages were removed and -y was used without --allow-remove-essential.",
                "apt-get install -y x|E: Held packages were changed and -y was used without --allow-change-held-packages.",
                "apt-get update|E: The repository 'http://lab.example bookworm Release' is not signed.",
                "apt-get install -y x|E: There were unauthenticated packages and -y was used without --allow-unauthenticated",
                "dnf -y install x|Error: GPG check FAILED",
                "dnf -y remove dnf|The operation would result in removing the following protected packages: dnf",
                "zypper -n install x|Signature verification failed for file 'repomd.xml' from repository 'lab'.",
                "pacman -S x|error: x: signature from \"A <a@b.c>\" is unknown trust",
                "apk add x|ERROR: x-1-r0: UNTRUSTED signature"
            })
    void isReportedAndNotMended(String command, String said) {
        assertThat(diagnosis("sudo " + command, said + "\n").advice()).hasSize(1);
        assertThat(diagnosis("sudo " + command, said + "\n").corrections()).isEmpty();
    }

    @Test
    void onlyOfPackageManagers() {
        assertThat(diagnosis("cat log", "Error: GPG check FAILED\n").advice()).isEmpty();
    }
}
