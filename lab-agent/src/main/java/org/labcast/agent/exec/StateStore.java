package org.labcast.agent.exec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.labcast.model.OrderId;

/**
 * The states of jobs' shells on disk, for nobody else to read: {@code <root>/<job>/<user>.state}, and {@code <job>/ended} when a
 * shell has ended by itself, so that the rest of its job is not run.
 */
final class StateStore {
    private static final String OWN = "-";

    private final Path root;

    /** @throws ExecutionException when the folder cannot be made */
    StateStore(Path root) {
        this.root = root;
        makePrivate(root);
    }

    private static void makePrivate(Path folder) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new ExecutionException("The folder " + folder + " cannot be made; is its parent writable?", e);
        }
    }

    void save(OrderId job, String user, SavedState state) throws IOException {
        String text = state.status() + " " + state.flags() + "\n" + state.text();
        write(job, name(user), text);
    }

    Optional<SavedState> load(OrderId job, String user) {
        Path file = folder(job).resolve(name(user));
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            int end = text.indexOf('\n');
            String[] head = text.substring(0, end).split(" ", 2);
            return Optional.of(new SavedState(text.substring(end + 1), Integer.parseInt(head[0]), head[1]));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            throw new ExecutionException("The state " + file + " cannot be read.", e);
        }
    }

    void markEnded(OrderId job) throws IOException {
        write(job, "ended", "");
    }

    void unmarkEnded(OrderId job) throws IOException {
        Files.deleteIfExists(folder(job).resolve("ended"));
    }

    boolean hasEnded(OrderId job) {
        return Files.exists(folder(job).resolve("ended"));
    }

    void remove(OrderId job) {
        Path folder = folder(job);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new ExecutionException("The states in " + folder + " cannot be removed: " + e.getMessage(), e);
        }
    }

    private void write(OrderId job, String name, String text) throws IOException {
        makePrivate(folder(job));
        Path fresh = folder(job).resolve(name + ".new");
        Files.deleteIfExists(fresh);
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel file = FileChannel.open(
                fresh, options, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(false);
        }
        Files.move(fresh, folder(job).resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path folder(OrderId job) {
        return root.resolve(job.value());
    }

    private static String name(String user) {
        return (user.isEmpty() ? OWN : user) + ".state";
    }
}
