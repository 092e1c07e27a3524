package org.labcast.agent.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.agent.core.HealthStatus;
import org.labcast.model.Fingerprint;
import org.labcast.model.LabcastException;
import org.labcast.transport.pgp.Certificate;
import org.labcast.transport.pgp.SecretKey;

class TrustFolderTest {
    private static final SecretKey ANN = SecretKey.generate("Ann", Clock.systemUTC());
    private static final SecretKey BOB = SecretKey.generate("Bob", Clock.systemUTC());

    @TempDir
    Path folder;

    private final HealthStatus health = new HealthStatus();

    @BeforeEach
    void annAndBobAreTrusted() throws IOException {
        Files.writeString(folder.resolve("ann.asc"), ANN.certificate().armored());
        Files.writeString(folder.resolve("bob.asc"), BOB.certificate().armored());
    }

    /** Else whoever can spoil one file keeps a withdrawn administrator in power. */
    @Test
    void aCertificateThatWasTakenAwayIsWithdrawnWhateverElseIsThere() throws IOException {
        TrustFolder trust = new TrustFolder(folder, health);
        Files.writeString(folder.resolve("spoilt.asc"), "garbage");
        Files.delete(folder.resolve("bob.asc"));

        assertThat(trusted(trust)).containsExactly(ANN.fingerprint());
        assertThat(health.describe()).contains("spoilt.asc", "the other certificates are in force");

        Files.delete(folder.resolve("spoilt.asc"));
        assertThat(trusted(trust)).containsExactly(ANN.fingerprint());
        assertThat(health.describe()).isEmpty();
    }

    @Test
    void aFileThatBecomesUnreadableGivesNoTrustAnyMore() throws IOException {
        TrustFolder trust = new TrustFolder(folder, health);
        Files.writeString(folder.resolve("bob.asc"), "half a certificate");

        assertThat(trusted(trust)).containsExactly(ANN.fingerprint());
        assertThat(health.describe()).contains("bob.asc");
    }

    @Test
    void oneSpoiltFileDoesNotKeepTheAgentFromStarting() throws IOException {
        Files.writeString(folder.resolve("spoilt.asc"), "garbage");

        assertThat(trusted(new TrustFolder(folder, health))).hasSize(2);
        assertThat(health.describe()).contains("spoilt.asc");
    }

    @Test
    void withoutTheFolderNobodyIsTrustedUntilItIsBack() throws IOException {
        TrustFolder trust = new TrustFolder(folder, health);
        Path moved = folder.resolveSibling(folder.getFileName() + "-moved");
        Files.move(folder, moved);
        assertThat(trusted(trust)).isEmpty();
        assertThat(health.describe()).contains("nobody is trusted meanwhile");
        assertThatThrownBy(() -> new TrustFolder(folder, health)).isInstanceOf(LabcastException.class);

        Files.move(moved, folder);
        assertThat(trusted(trust)).hasSize(2);
        assertThat(health.describe()).isEmpty();
    }

    private static List<Fingerprint> trusted(TrustFolder trust) {
        return trust.get().certificates().stream().map(Certificate::fingerprint).toList();
    }
}
