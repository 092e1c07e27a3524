package org.labcast.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.labcast.fuzz.ReaderFuzz;

/** A few bytes of a message may ask for more hosts than there is memory for. */
class HostSetFuzzTest {
    @Test
    void isReadOrRefused() {
        ReaderFuzz.of("list of hosts")
                .texts(List.of("lab-[01-20],lab-42", "a b,c", "r[1-3]n[001,5-9]x"))
                .words("[1-99999999]", "[0-9]", "[", "]", "-", ",", "[,]", "[9-1]", "[1-2-3]", "\u00e4")
                .tries(500)
                .refusesBy(InvalidValueException.class)
                .read(input -> {
                    HostSet hosts = HostSet.parse(new String(input, UTF_8));
                    assertThat(HostSet.parse(hosts.toString())).isEqualTo(hosts);
                });
    }
}
