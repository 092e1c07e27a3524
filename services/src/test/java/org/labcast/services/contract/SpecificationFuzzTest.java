package org.labcast.services.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.labcast.fuzz.ReaderFuzz;

/** The small languages inside of a description: signatures and commands. */
class SpecificationFuzzTest {
    @Test
    void aSignatureIsReadOrRefused() {
        ReaderFuzz.of("signature of a port")
                .texts(List.of("String network, String ports", "String device, int count, String[] filter", ""))
                .words("String ", "int ", "[]", ",", "...", "boolean ", "double ", "long ", "Enum ", "\u00e4")
                .refusesBy(ContractException.class)
                .read(input ->
                        assertThat(Signature.read(new String(input, UTF_8))).isNotNull());
    }

    @Test
    void aCommandIsReadOrRefused() {
        Signature signature = Signature.read("String device, int count, String[] filter");
        ReaderFuzz.of("command of a port")
                .texts(List.of(
                        "/usr/bin/tcpdump -l -n -i device -c count filter",
                        "/usr/bin/dig + short + name 'a b' \"device\" --count=count",
                        "/bin/echo x + device + '.' + count"))
                .words(" + ", "'", "\"", "\\", "device", "filter", "$1", "  ")
                .refusesBy(ContractException.class)
                .read(input -> assertThat(CommandTemplate.read(new String(input, UTF_8), signature))
                        .isNotNull());
    }
}
