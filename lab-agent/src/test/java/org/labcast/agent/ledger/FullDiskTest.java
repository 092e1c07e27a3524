package org.labcast.agent.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.labcast.agent.Samples.accepted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.agent.Samples;
import org.labcast.agent.core.HealthStatus;

/** On a real, tiny file system; skipped where this user may not mount one. */
class FullDiskTest {
    @TempDir
    Path folder;

    private Path ledgerFile;
    private Path filler;

    @BeforeEach
    void mount() throws Exception {
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=64k", "labcast-test", folder.toString()) == 0);
        ledgerFile = folder.resolve("ledger");
        filler = folder.resolve("filler");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", folder.toString());
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private void fill() {
        assertThatThrownBy(() -> Files.write(filler, new byte[1 << 20])).isInstanceOf(IOException.class);
    }

    private static String long10k() {
        return "x".repeat(10_000);
    }

    @Test
    void aFailedAppendLeavesTheFileAsItWas() throws IOException {
        try (Ledger ledger = Ledger.open(ledgerFile)) {
            ledger.append(accepted(1, "date"));
            byte[] before = Files.readAllBytes(ledgerFile);
            fill();

            assertThatThrownBy(() -> ledger.append(accepted(2, long10k()))).isInstanceOf(LedgerFullException.class);

            assertThat(Files.readAllBytes(ledgerFile)).isEqualTo(before);
            assertThat(ledger.read(LedgerState::jobs)).hasSize(1);
            Files.delete(filler);
            ledger.append(accepted(3, long10k()));
        }
        assertThat(Ledger.look(ledgerFile).jobs()).hasSize(2);
    }

    @Test
    void aFailedCompactionChangesNothing() throws IOException {
        try (Ledger ledger = Ledger.open(ledgerFile)) {
            ledger.append(accepted(1, long10k()));
            fill();

            assertThatThrownBy(() -> ledger.compact(Samples.NOW)).isInstanceOf(LedgerFullException.class);

            Files.delete(filler);
            ledger.append(accepted(2, "date"));
        }
        assertThat(Ledger.look(ledgerFile).jobs()).hasSize(2);
    }

    @Test
    void aPatientAppendWaitsForSpaceAndSaysSo() throws IOException {
        HealthStatus health = new HealthStatus();
        try (Ledger ledger = Ledger.open(ledgerFile)) {
            BlockingLedger patient = new BlockingLedger(ledger, health);
            fill();
            CompletableFuture<Void> appended = CompletableFuture.runAsync(() -> patient.append(accepted(1, long10k())));
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> !health.describe().isEmpty());
            assertThat(appended).isNotDone();
            assertThat(health.describe()).contains("Cannot write to the ledger");

            Files.delete(filler);

            assertThat(appended).succeedsWithin(Duration.ofSeconds(15));
            assertThat(health.describe()).isEmpty();
        }
    }
}
