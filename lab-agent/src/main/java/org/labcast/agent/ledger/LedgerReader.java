package org.labcast.agent.ledger;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.labcast.model.LabcastException;

/** Reads a ledger from its beginning and finds where it ends well. */
final class LedgerReader {
    static final int VERSION = 1;

    /** Takes what was read. */
    interface Replay {
        /**
         * @param position where their line begins, in bytes
         * @param entries of one append
         */
        void accept(long position, List<Entry> entries);
    }

    private LedgerReader() {}

    /**
     * Hands over the entries, append by append.
     *
     * <p>A last append that was torn by a loss of power is left out: it was not synced, so nothing has relied on it.
     * It may leave several bad lines behind, since a disk may show old blocks in their place.
     *
     * @return where the last whole append ends, in bytes
     * @throws DamagedLedgerException when something readable follows something damaged, or nothing is readable
     */
    static long read(Path file, Replay replay) throws IOException {
        long good = 0;
        long end = 0;
        long bad = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            Optional<byte[]> line = nextLine(in);
            for (long number = 1; line.isPresent(); number++, line = nextLine(in)) {
                end += line.get().length + 1;
                Optional<List<Entry>> entries = parse(file, number, line.get());
                if (entries.isEmpty()) {
                    bad = bad == 0 ? number : bad;
                } else if (bad != 0) {
                    throw damaged(file, bad, "its checksum does not match");
                } else {
                    long begin = good;
                    checkVersion(file, entries.get());
                    follow(file, number, () -> replay.accept(begin, entries.get()));
                    good = end;
                }
            }
        }
        if (good == 0) {
            throw damaged(file, 1, "no line is whole");
        }
        return good;
    }

    /** Whole lines may tell what cannot have happened, such as the end of a job that was never taken. */
    private static void follow(Path file, long number, Runnable replay) {
        try {
            replay.run();
        } catch (LabcastException e) {
            throw e;
        } catch (RuntimeException e) {
            DamagedLedgerException damaged = damaged(file, number, "it does not follow from the lines before it");
            damaged.initCause(e);
            throw damaged;
        }
    }

    /**
     * Reads one line again.
     *
     * @param position as {@link Replay#accept} was told
     */
    static List<Entry> readLine(Path file, long position) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(position);
            return nextLine(new BufferedInputStream(in, 1 << 16))
                    .flatMap(LedgerLine::read)
                    .orElseThrow(() -> new IOException("what was written at byte " + position + " is there no more"));
        }
    }

    private static Optional<List<Entry>> parse(Path file, long number, byte[] line) {
        try {
            return LedgerLine.read(line);
        } catch (LabcastException e) {
            throw damaged(file, number, e.getMessage());
        }
    }

    private static void checkVersion(Path file, List<Entry> entries) {
        if (entries.get(0) instanceof Entry.Format format && format.version() != VERSION) {
            throw new DamagedLedgerException("The ledger " + file + " has the form of version " + format.version()
                    + ", this agent knows version " + VERSION + "; install the agent that wrote it.");
        }
    }

    private static DamagedLedgerException damaged(Path file, long line, String why) {
        return new DamagedLedgerException("The ledger " + file + " is damaged in line " + line + " (" + why
                + "). Not starting, since a command might run twice: restore the file, or move the whole state folder"
                + " aside after cancelling every job that waits for this host.");
    }

    /** A line without its line feed; empty at the end, also when the last line lacks its line feed. */
    private static Optional<byte[]> nextLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return Optional.of(line.toByteArray());
            }
            line.write(next);
        }
        return Optional.empty();
    }
}
