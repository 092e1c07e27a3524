package org.labcast.agent.exec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintfTextTest {
    @Test
    void escapesBackslashes() {
        assertThat(PrintfText.of("a\\nb")).isEqualTo("a\\\\nb");
    }

    @Test
    void bytesBeyondAsciiAreOctal() {
        assertThat(PrintfText.octal("ä1")).isEqualTo("\\0303\\02441");
    }
}
