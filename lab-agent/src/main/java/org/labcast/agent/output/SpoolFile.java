package org.labcast.agent.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The beginning of one output stream on disk. It begins with the first byte, so silent commands leave no file; it ends
 * at its limit or when the disk takes no more, which is no reason to lose the command.
 */
public final class SpoolFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolFile.class);

    private final Path path;
    private final long limit;
    private final MessageDigest digest = sha256Digest();
    private @Nullable SeekableByteChannel channel;
    private boolean full;
    private long kept;

    /** @param limit in bytes; beyond it nothing is kept */
    SpoolFile(Path path, long limit) {
        this.path = path;
        this.limit = limit;
    }

    void write(byte[] bytes, int count) {
        ByteBuffer rest = ByteBuffer.wrap(bytes, 0, (int) Math.min(count, limit - kept));
        try {
            while (!full && rest.hasRemaining()) {
                int from = rest.position();
                int written = open().write(rest);
                digest.update(bytes, from, written);
                kept += written;
            }
        } catch (IOException e) {
            full = true;
            LOG.warn("After {} bytes the output is no longer kept in {}: {}", kept, path, e.getMessage());
        }
    }

    private SeekableByteChannel open() throws IOException {
        if (channel == null) {
            Files.deleteIfExists(path);
            channel = Files.newByteChannel(
                    path,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return channel;
    }

    long kept() {
        return kept;
    }

    /** SHA-256 of what is kept, lower-case hexadecimal; empty when nothing is. May be asked more than once. */
    String sha256() {
        return kept == 0 ? "" : HexFormat.of().formatHex(copyOf(digest).digest());
    }

    private static MessageDigest copyOf(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the digests of every Java platform can be copied", e);
        }
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            LOG.warn("{} may be incomplete: {}", path, e.getMessage());
        }
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
