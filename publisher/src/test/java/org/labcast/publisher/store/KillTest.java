package org.labcast.publisher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
    @TempDir
    Path folder;

    @RepeatedTest(3)
    void whatWasConfirmedIsThereAfterKillMinusNine() throws Exception {
        long[] confirmed = killAfter(60);
        try (TestLab lab = new TestLab(folder)) {
            StoredJob job = lab.store.jobs().find("last");
            List<Long> numbers = lab.store.results().of(job.job().id(), 0).stream()
                    .map(stored -> stored.result().number())
                    .toList();
            assertThat(numbers)
                    .containsAll(LongStream.rangeClosed(1, confirmed[0]).boxed().toList());
            assertThat(lab.store.orders().nextSequence(TestLab.ADMIN)).isGreaterThan(confirmed[1]);
        }
    }

    /** @return the last number of a result and the last sequence number that the writer has confirmed */
    private long[] killAfter(int results) throws IOException, InterruptedException {
        Path confirmations = Files.createTempFile(folder, "confirmed", "");
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(confirmations.toFile())
                .start();
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> complete(confirmations).size() >= results);
        } finally {
            writer.destroyForcibly().waitFor();
        }
        List<String> lines = complete(confirmations);
        String[] numbers = lines.get(lines.size() - 1).split(" ");
        return new long[] {Long.parseLong(numbers[0]), Long.parseLong(numbers[1])};
    }

    private static List<String> complete(Path file) throws IOException {
        String text = Files.readString(file);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }
}
