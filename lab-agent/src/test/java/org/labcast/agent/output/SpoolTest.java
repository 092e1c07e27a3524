package org.labcast.agent.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.agent.core.ExecutionException;
import org.labcast.model.Bytes;
import org.labcast.model.OrderId;
import org.labcast.model.result.OutputStreamName;

class SpoolTest {
    private static final Instant NOW = Instant.parse("2026-01-10T00:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final long PLENTY = 1 << 20;

    private final OrderId old = OrderId.random();
    private final OrderId middle = OrderId.random();
    private final OrderId young = OrderId.random();

    @TempDir
    Path folder;

    Spool spool;

    @BeforeEach
    void fill() throws Exception {
        spool = new Spool(folder.resolve("spool"));
        write(old, "0-0.out", NOW.minus(Duration.ofDays(8)));
        write(middle, "0-0.out", NOW.minus(Duration.ofDays(5)));
        write(middle, "0-1.err", NOW.minus(Duration.ofDays(4)));
        write(middle, "0-10.out", NOW.minus(Duration.ofDays(4)));
        write(middle, "10-2.out", NOW.minus(Duration.ofDays(4)));
        write(young, "0-0.out", NOW);
    }

    @Test
    void readsPieces() {
        assertThat(read(young, 0, 4)).isEqualTo("0123");
        assertThat(read(young, 8, 4)).isEqualTo("89");
        assertThat(read(young, 10, 4)).isEmpty();
        assertThat(read(young, 11, 4)).isEmpty();
        assertThat(spool.read(young, 0, 0, OutputStreamName.ERR, 0, 4)).isEmpty();
        assertThat(spool.read(OrderId.random(), 0, 0, OutputStreamName.OUT, 0, 4))
                .isEmpty();
    }

    @Test
    void listsAttempts() {
        assertThat(spool.attempts(middle, 0)).containsExactly(0, 1, 10);
        assertThat(spool.attempts(middle, 1)).isEmpty();
        assertThat(spool.attempts(OrderId.random(), 0)).isEmpty();
    }

    @Test
    void prunesByAge() {
        spool.prune(NOW, WEEK, PLENTY, Set.of());

        assertThat(SpooledJob.in(folder.resolve("spool")))
                .extracting(SpooledJob::id)
                .containsExactly(young, middle);
    }

    @Test
    void prunesTheOldestBySize() {
        spool.prune(NOW, Duration.ofDays(30), 50, Set.of());

        assertThat(SpooledJob.in(folder.resolve("spool")))
                .extracting(SpooledJob::id)
                .containsExactly(young, middle);
    }

    @Test
    void sparesByAge() {
        spool.prune(NOW.plusSeconds(1), Duration.ZERO, PLENTY, Set.of(old));

        assertThat(SpooledJob.in(folder.resolve("spool")))
                .extracting(SpooledJob::id)
                .containsExactly(old);
    }

    @Test
    void leavesStrangersAlone() throws Exception {
        Path stranger = Files.createDirectory(folder.resolve("spool").resolve("lost+found"));

        spool.prune(NOW, Duration.ZERO, 0, Set.of());

        assertThat(stranger).exists();
    }

    @Test
    void removesOneJob() {
        spool.remove(middle);
        spool.remove(middle);

        assertThat(SpooledJob.in(folder.resolve("spool")))
                .extracting(SpooledJob::id)
                .containsExactly(young, old);
    }

    @Test
    void saysWhichFolderCannotBeMade() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> new Spool(file.resolve("spool")))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining(file.toString());
    }

    private String read(OrderId job, long offset, int length) {
        return spool.read(job, 0, 0, OutputStreamName.OUT, offset, length)
                .map(Bytes::text)
                .orElseThrow();
    }

    private void write(OrderId job, String name, Instant written) throws Exception {
        Path file = folder.resolve("spool").resolve(job.value()).resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "0123456789");
        Files.setLastModifiedTime(file, FileTime.from(written));
        Files.setLastModifiedTime(file.getParent(), FileTime.from(written));
    }
}
