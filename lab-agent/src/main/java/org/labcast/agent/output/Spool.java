package org.labcast.agent.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.labcast.agent.core.ExecutionException;
import org.labcast.agent.core.RunnerLimits;
import org.labcast.agent.process.Command;
import org.labcast.model.Bytes;
import org.labcast.model.OrderId;
import org.labcast.model.result.OutputStreamName;

/**
 * The outputs that this host keeps, one file a stream: {@code <root>/<job>/<task>-<attempt>.out} and {@code .err}, for
 * nobody else to read. A stream without a byte has no file.
 */
public final class Spool {
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path root;

    /** @throws ExecutionException when the folder cannot be made */
    public Spool(Path root) {
        this.root = root;
        try {
            Files.createDirectories(root, PRIVATE);
        } catch (IOException e) {
            throw new ExecutionException(
                    "The folder for outputs " + root + " cannot be made; is its parent writable?", e);
        }
    }

    /**
     * A piece of what is kept of a stream: empty when nothing is kept of it, without bytes at its end.
     *
     * @param offset of the first byte
     * @param length most bytes that are wanted
     * @throws ExecutionException when the file is there and cannot be read
     */
    public Optional<Bytes> read(OrderId job, int task, int attempt, OutputStreamName stream, long offset, int length) {
        Path path = path(job, task, attempt, stream);
        try (FileChannel file = FileChannel.open(path)) {
            int wanted = (int) Math.max(0, Math.min(length, file.size() - offset));
            ByteBuffer piece = ByteBuffer.allocate(wanted);
            while (piece.hasRemaining() && file.read(piece, offset + piece.position()) >= 0) {
                // A file may give less than it was asked for.
            }
            byte[] read = new byte[piece.position()];
            piece.flip().get(read);
            return Optional.of(Bytes.of(read));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new ExecutionException("The output " + path + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Attempts of a task of which something is kept, in ascending order. */
    public List<Integer> attempts(OrderId job, int task) {
        String prefix = task + "-";
        return SpooledJob.files(folder(job)).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.startsWith(prefix))
                .map(name -> Integer.valueOf(name.substring(prefix.length(), name.lastIndexOf('.'))))
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Removes jobs last written before {@code now - age}, then the oldest until the rest holds at most so many bytes.
     *
     * @param spared jobs that stay whatever their age, such as those whose results have no receipt yet
     */
    public void prune(Instant now, Duration age, long bytes, Set<OrderId> spared) {
        List<SpooledJob> newestFirst = SpooledJob.in(root);
        long held = 0;
        for (SpooledJob job : newestFirst) {
            boolean fits = held + job.bytes() <= bytes;
            if (fits && (spared.contains(job.id()) || !job.written().isBefore(now.minus(age)))) {
                held += job.bytes();
            } else {
                remove(job.id());
            }
        }
    }

    /** Removes what is kept of a job, if anything is. */
    public void remove(OrderId job) {
        try {
            for (Path file : SpooledJob.files(folder(job))) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder(job));
        } catch (IOException e) {
            throw new ExecutionException("The outputs in " + folder(job) + " cannot be removed: " + e.getMessage(), e);
        }
    }

    /** A file for a stream that is about to be written; anything before under that name goes. */
    public SpoolFile file(Command command, OutputStreamName stream, RunnerLimits limits) {
        Path path = path(command.job(), command.task(), command.attempt(), stream);
        try {
            Files.createDirectories(path.getParent(), PRIVATE);
            // Both streams may grow at once.
            long free = (Files.getFileStore(root).getUsableSpace() - limits.reserve()) / 2;
            return new SpoolFile(path, Math.max(0, Math.min(limits.kept(), free)));
        } catch (IOException e) {
            return new SpoolFile(path, limits.kept());
        }
    }

    /** Where the command of a job that runs now is noted; its folder exists once one of its streams has a file to come. */
    public Path note(OrderId job) {
        return folder(job).resolve("running");
    }

    public Path root() {
        return root;
    }

    private Path path(OrderId job, int task, int attempt, OutputStreamName stream) {
        return folder(job).resolve(task + "-" + attempt + "." + stream.name().toLowerCase(Locale.ROOT));
    }

    private Path folder(OrderId job) {
        return root.resolve(job.value());
    }
}
