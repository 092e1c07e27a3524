package org.labcast.agent.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CarriedTextTest {
    @Test
    void escapesBackslashes() {
        assertThat(CarriedText.octal("a\\nb")).isEqualTo("a\\\\nb");
    }

    @Test
    void bytesBeyondAsciiAreOctal() {
        assertThat(CarriedText.octal("ä1")).isEqualTo("\\0303\\02441");
    }

    @Test
    void escapedArgumentsArriveAsTheyAre() throws IOException {
        List<String> values = List.of("ä", "", " a  b ", "two\nlines\n\n", "$(id) `id` \"'", "\\0101\\c", "-n", "%s.");
        List<String> arguments = new ArrayList<>(List.of("/usr/bin/printf", "%s\\0"));
        arguments.addAll(values);

        byte[] said = new ProcessBuilder(CarriedText.escaped(arguments))
                .start()
                .getInputStream()
                .readAllBytes();

        assertThat(new String(said, StandardCharsets.UTF_8)).isEqualTo(String.join("\0", values) + "\0");
    }
}
