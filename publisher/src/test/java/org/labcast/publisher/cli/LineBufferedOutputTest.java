package org.labcast.publisher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.labcast.model.Bytes;

class LineBufferedOutputTest {
    private final List<String> shown = new ArrayList<>();

    private LineBufferedOutput output(boolean byLines) {
        return new LineBufferedOutput(byLines, content -> shown.add(content.text()));
    }

    @Test
    void aFileGetsEverythingAtOnce() {
        try (LineBufferedOutput output = output(false)) {
            output.add(Bytes.utf8("no end"));
            assertThat(shown).containsExactly("no end");
        }
    }

    @Test
    void aTerminalGetsWholeLinesAndAtLastTheRest() {
        try (LineBufferedOutput output = output(true)) {
            byte[] umlaut = "\u00fc".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            output.add(Bytes.utf8("one\ntwo "));
            output.add(Bytes.of(new byte[] {umlaut[0]}));
            output.add(Bytes.of(new byte[] {umlaut[1]}));
            assertThat(shown).containsExactly("one\n");
            output.add(Bytes.utf8("\nthree"));
        }
        assertThat(shown).containsExactly("one\n", "two \u00fc\n", "three");
    }

    @Test
    void aLineWithoutEndIsNotKeptForEver() {
        try (LineBufferedOutput output = output(true)) {
            output.add(Bytes.utf8("x".repeat(70_000)));
            assertThat(shown).hasSize(1);
        }
    }
}
