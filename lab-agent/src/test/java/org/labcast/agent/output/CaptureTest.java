package org.labcast.agent.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.labcast.model.Bytes;
import org.labcast.model.result.Output;

class CaptureTest {
    private static final int HEAD = 10;
    private static final int TAIL = 7;
    private static final int KEPT = 40;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "10,3", "11,11", "17,5", "18,5", "18,18", "40,9", "41,41", "100,1", "100,8", "1000,64"})
    void keepsTheBeginningAndTheEnd(int total, int chunk) {
        byte[] all = new byte[total];
        new Random(total).nextBytes(all);
        Capture capture = new Capture(HEAD, TAIL, new SpoolFile(folder.resolve("file"), KEPT));

        for (int at = 0; at < total; at += chunk) {
            byte[] piece = Arrays.copyOfRange(all, at, Math.min(total, at + chunk));
            capture.write(Arrays.copyOf(piece, chunk), piece.length);
        }
        capture.close();

        Output output = capture.output();
        boolean fits = total <= HEAD + TAIL;
        Bytes kept = Bytes.of(Arrays.copyOf(all, Math.min(total, KEPT)));
        assertThat(output.head()).isEqualTo(Bytes.of(Arrays.copyOf(all, fits ? total : HEAD)));
        assertThat(output.tail()).isEqualTo(Bytes.of(Arrays.copyOfRange(all, fits ? total : total - TAIL, total)));
        assertThat(output.total()).isEqualTo(total);
        assertThat(output.kept()).isEqualTo(kept.size());
        assertThat(output.sha256()).isEqualTo(kept.isEmpty() ? "" : kept.sha256());
        assertThat(folder.resolve("file").toFile().length()).isEqualTo(kept.size());
    }
}
