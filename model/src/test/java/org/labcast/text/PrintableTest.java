package org.labcast.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void escapesWhatWouldDriveATerminal() {
        assertThat(Printable.of("a\u001b[2Jb\u202ec\nd")).isEqualTo("a\\x1b[2Jb\\u202ec\\x0ad");
    }

    @Test
    void keepsLinesAndOrdinaryText() {
        assertThat(Printable.lines("größe\t😀\nx\r")).isEqualTo("größe\t😀\nx\\x0d");
    }

    @Test
    void joinsPicturesAndNothingElse() {
        assertThat(Printable.of("👩‍💻 🏳️‍🌈 👩🏽‍⚕️")).isEqualTo("👩‍💻 🏳️‍🌈 👩🏽‍⚕️");
        assertThat(Printable.of("rm\u200d -rf 👩\u200d x\u200d👩 \u200d"))
                .isEqualTo("rm\\u200d -rf 👩\\u200d x\\u200d👩 \\u200d");
    }
}
