package org.labcast.publisher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.labcast.model.Bytes;

class OutletTest {
    private final List<String> shown = new ArrayList<>();

    private Outlet outlet(boolean byLines) {
        return new Outlet(byLines, content -> shown.add(content.text()));
    }

    @Test
    void aFileGetsEverythingAtOnce() {
        try (Outlet outlet = outlet(false)) {
            outlet.add(Bytes.utf8("no end"));
            assertThat(shown).containsExactly("no end");
        }
    }

    @Test
    void aTerminalGetsWholeLinesAndAtLastTheRest() {
        try (Outlet outlet = outlet(true)) {
            byte[] umlaut = "\u00fc".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            outlet.add(Bytes.utf8("one\ntwo "));
            outlet.add(Bytes.of(new byte[] {umlaut[0]}));
            outlet.add(Bytes.of(new byte[] {umlaut[1]}));
            assertThat(shown).containsExactly("one\n");
            outlet.add(Bytes.utf8("\nthree"));
        }
        assertThat(shown).containsExactly("one\n", "two \u00fc\n", "three");
    }

    @Test
    void aLineWithoutEndIsNotKeptForEver() {
        try (Outlet outlet = outlet(true)) {
            outlet.add(Bytes.utf8("x".repeat(70_000)));
            assertThat(shown).hasSize(1);
        }
    }
}
