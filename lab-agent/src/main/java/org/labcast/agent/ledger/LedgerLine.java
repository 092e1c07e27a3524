package org.labcast.agent.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.labcast.model.Bytes;
import org.labcast.transport.json.Codec;

/**
 * One line of the ledger holds the entries of one append, which are there all or none: CRC32C of the rest in
 * hexadecimal, then for each entry its kind and its JSON, all parted by tabs (which JSON never holds unescaped).
 */
final class LedgerLine {
    private static final Map<String, Class<? extends Entry>> KINDS = Stream.of(
                    Entry.Format.class,
                    Entry.JobAccepted.class,
                    Entry.JobStarted.class,
                    Entry.AttemptStarted.class,
                    Entry.AttemptEnded.class,
                    Entry.RebootAsked.class,
                    Entry.FileEnded.class,
                    Entry.TaskEnded.class,
                    Entry.JobEnded.class,
                    Entry.JobDropped.class,
                    Entry.CancelTaken.class,
                    Entry.PingTaken.class,
                    Entry.FetchTaken.class,
                    Entry.FetchAnswered.class,
                    Entry.FetchEnded.class,
                    Entry.OrderRefused.class,
                    Entry.AlertRaised.class,
                    Entry.AlertSent.class,
                    Entry.ResultNumbered.class,
                    Entry.ResultSent.class,
                    Entry.ResultConfirmed.class,
                    Entry.ResultsReleased.class,
                    Entry.NumbersTaken.class,
                    Entry.OrderRemembered.class)
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    private LedgerLine() {}

    /** With the line feed at its end. */
    static byte[] write(List<Entry> entries) {
        StringBuilder rest = new StringBuilder();
        for (Entry entry : entries) {
            rest.append('\t').append(entry.getClass().getSimpleName());
            rest.append('\t').append(Codec.encode(entry).text());
        }
        byte[] content = rest.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        byte[] line = new byte[8 + content.length];
        System.arraycopy(checksum(content, 0, content.length - 1), 0, line, 0, 8);
        System.arraycopy(content, 0, line, 8, content.length);
        return line;
    }

    /** The entries of a line without its line feed; empty when its checksum says that it is damaged. */
    static Optional<List<Entry>> read(byte[] line) {
        if (line.length < 9 || !Bytes.of(checksum(line, 8, line.length - 8)).equals(Bytes.of(head(line)))) {
            return Optional.empty();
        }
        String[] parts = new String(line, 9, line.length - 9, StandardCharsets.UTF_8).split("\t", -1);
        if (parts.length % 2 != 0) {
            throw new DamagedLedgerException("an entry lacks its content");
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i + 1 < parts.length; i += 2) {
            entries.add(Codec.decode(Bytes.utf8(parts[i + 1]), kind(parts[i])));
        }
        return Optional.of(entries);
    }

    private static Class<? extends Entry> kind(String name) {
        Class<? extends Entry> kind = KINDS.get(name);
        if (kind == null) {
            throw new DamagedLedgerException("this version of the agent does not know entries of the kind " + name);
        }
        return kind;
    }

    private static byte[] head(byte[] line) {
        byte[] head = new byte[8];
        System.arraycopy(line, 0, head, 0, 8);
        return head;
    }

    private static byte[] checksum(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return String.format("%08x", crc.getValue()).getBytes(StandardCharsets.US_ASCII);
    }
}
