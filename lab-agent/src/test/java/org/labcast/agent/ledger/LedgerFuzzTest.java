package org.labcast.agent.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.agent.Samples;
import org.labcast.agent.core.AgentException;
import org.labcast.fuzz.ReaderFuzz;

/** A ledger that a disk has spoiled is refused, or what is left of it can be worked with. */
class LedgerFuzzTest {
    @TempDir
    private Path folder;

    private byte[] written() throws IOException {
        Path file = folder.resolve("written");
        Story story = new Story(7);
        try (Ledger ledger = Ledger.open(file)) {
            for (int i = 0; i < 60; i++) {
                ledger.append(state -> new Ledger.Step<>(story.next(state), true));
            }
        }
        return Files.readAllBytes(file);
    }

    @Test
    void isOpenedOrRefused() throws IOException {
        ReaderFuzz.of("ledger")
                .inputs(List.of(written()))
                .tries(80)
                .refusesBy(AgentException.class)
                .read(this::open);
    }

    /** With right checksums, as if a program had written it: the entries are what is damaged. */
    @Test
    void entriesThatAreNoneAreRefused() throws IOException {
        ReaderFuzz.of("entries of a ledger")
                .inputs(List.of(written()))
                .tries(80)
                .words("JobAccepted", "TaskEnded", "ResultSent", "NumbersTaken", "\t", "\n", "null", "-1", "{}", "[]")
                .refusesBy(AgentException.class)
                .read(input -> open(checksummed(input)));
    }

    private void open(byte[] content) throws IOException {
        Path file = folder.resolve("tried");
        Files.write(file, content);
        try (Ledger ledger = Ledger.open(file)) {
            assertThat(ledger.read(LedgerState::jobs)).isNotNull();
            ledger.append(Samples.accepted(99_999, "a"));
        }
    }

    private static byte[] checksummed(byte[] content) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] line : lines(content)) {
            if (line.length > 8) {
                CRC32C crc = new CRC32C();
                crc.update(line, 8, line.length - 8);
                all.writeBytes(String.format("%08x", crc.getValue()).getBytes(US_ASCII));
                all.write(line, 8, line.length - 8);
                all.write('\n');
            }
        }
        return all.toByteArray();
    }

    private static List<byte[]> lines(byte[] content) {
        List<byte[]> lines = new ArrayList<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (byte b : content) {
            if (b == '\n') {
                lines.add(line.toByteArray());
                line.reset();
            } else {
                line.write(b);
            }
        }
        return lines;
    }
}
