package org.labcast.agent.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import org.labcast.agent.core.AgentException;
import org.labcast.agent.core.PrivateFiles;

/** The file: what {@link #append} has returned from survives a loss of power. */
final class LedgerFile implements Closeable {
    private final Path path;
    private FileChannel channel;
    private long end;

    /** Lines for a new file, one at a time. */
    interface Content {
        void writeTo(Consumer<List<Entry>> file);
    }

    private LedgerFile(Path path, FileChannel channel, long end) {
        this.path = path;
        this.channel = channel;
        this.end = end;
    }

    /** Opens or makes the file, replays it and cuts off what a loss of power left torn. */
    static LedgerFile open(Path path, LedgerReader.Replay replay) {
        try {
            if (Files.notExists(path)) {
                write(successor(path), sink -> {});
                Files.move(successor(path), path, StandardCopyOption.ATOMIC_MOVE);
                syncFolder(path);
            }
            Files.deleteIfExists(successor(path));
            long end = LedgerReader.read(path, replay);
            LedgerFile file = new LedgerFile(path, FileChannel.open(path, StandardOpenOption.WRITE), end);
            file.cut();
            return file;
        } catch (IOException e) {
            throw new AgentException("Cannot open the ledger " + path + ": " + e.getMessage() + ".", e);
        }
    }

    /**
     * Adds a line and syncs it.
     *
     * @return where the line begins, in bytes
     * @throws LedgerFullException when that failed; the file is as before
     */
    long append(List<Entry> entries) {
        ByteBuffer line = ByteBuffer.wrap(LedgerLine.write(entries));
        int length = line.remaining();
        try {
            while (line.hasRemaining()) {
                channel.write(line, end + line.position());
            }
            channel.force(false);
            end += length;
            return end - length;
        } catch (IOException e) {
            takeBack(e);
            throw new LedgerFullException("Cannot write to the ledger " + path + ": " + e.getMessage() + ".", e);
        }
    }

    long size() {
        return end;
    }

    /**
     * Puts other content in place of the file's, whole or not at all.
     *
     * @throws LedgerFullException when there is no room for both; the file is as before
     */
    void replace(Content content) {
        Path successor = successor(path);
        FileChannel opened;
        try {
            write(successor, content);
            opened = FileChannel.open(successor, StandardOpenOption.WRITE);
            Files.move(successor, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LedgerFullException("Cannot compact the ledger " + path + ": " + e.getMessage() + ".", e);
        }
        // From here on the old file has no name: whatever fails now must not let anybody write to it.
        try {
            FileChannel old = channel;
            channel = opened;
            end = opened.size();
            old.close();
            syncFolder(path);
        } catch (IOException e) {
            throw new AgentException("Cannot sync the compacted ledger " + path + ": " + e.getMessage() + ".", e);
        }
    }

    private static Path successor(Path path) {
        return path.resolveSibling(path.getFileName() + ".new");
    }

    private static void write(Path path, Content content) throws IOException {
        try (FileChannel created = PrivateFiles.open(path, StandardOpenOption.TRUNCATE_EXISTING)) {
            write(created, List.of(new Entry.Format(LedgerReader.VERSION)));
            content.writeTo(entries -> write(created, entries));
            created.force(true);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(FileChannel file, List<Entry> entries) {
        ByteBuffer line = ByteBuffer.wrap(LedgerLine.write(entries));
        try {
            while (line.hasRemaining()) {
                file.write(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void syncFolder(Path path) throws IOException {
        try (FileChannel folder = FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private void takeBack(IOException failure) {
        try {
            cut();
        } catch (IOException e) {
            e.addSuppressed(failure);
            throw new AgentException(
                    "Cannot undo a failed write to the ledger " + path + ": " + e.getMessage()
                            + ". Stopping, so that the next start can repair it.",
                    e);
        }
    }

    private void cut() throws IOException {
        if (channel.size() > end) {
            channel.truncate(end);
            channel.force(true);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new AgentException("Cannot close the ledger " + path + ": " + e.getMessage() + ".", e);
        }
    }
}
