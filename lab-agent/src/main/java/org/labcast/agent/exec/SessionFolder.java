package org.labcast.agent.exec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a job's shell and the agent meet: {@code run} belongs to the shell's user, {@code in} to the agent, which writes there
 * what the shell reads. Neither is open to anybody else.
 */
record SessionFolder(Path root) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SessionFolder.class);
    private static final Path IN_MEMORY = Path.of("/dev/shm");

    /** A shell says more of its state than anybody keeps in it. */
    static final int LARGEST_STATE = 16 << 20;

    /** @param parent for hosts without {@code /dev/shm} */
    static SessionFolder create(Path parent, Account account, boolean own) throws IOException {
        SessionFolder folder = new SessionFolder(
                Files.createTempDirectory(Files.isWritable(IN_MEMORY) ? IN_MEMORY : parent, "labcast-"));
        try {
            Files.createDirectory(folder.run());
            Files.createDirectory(folder.in());
            folder.makePipes();
            mode(folder.run(), "rwx------");
            mode(folder.in(), own ? "rwx------" : "rwxr-x---");
            if (!own) {
                mode(folder.root(), "rwx--x--x");
                Files.setAttribute(folder.in(), "unix:gid", account.gid(), LinkOption.NOFOLLOW_LINKS);
                for (Path one : List.of(folder.out(), folder.err(), folder.status(), folder.next(), folder.run())) {
                    Files.setAttribute(one, "unix:gid", account.gid(), LinkOption.NOFOLLOW_LINKS);
                    Files.setAttribute(one, "unix:uid", account.uid(), LinkOption.NOFOLLOW_LINKS);
                }
            }
            return folder;
        } catch (IOException e) {
            folder.close();
            throw e;
        }
    }

    private static void mode(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    private void makePipes() throws IOException {
        String mkfifo = SearchPath.find("mkfifo")
                .orElseThrow(() -> new IOException("there is no mkfifo on this host"))
                .toString();
        Process process = new ProcessBuilder(
                        mkfifo, "-m", "622", out().toString(), err().toString(), status().toString(), next().toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("no pipe can be made in " + root);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the agent was stopped", e);
        }
    }

    Path run() {
        return root.resolve("run");
    }

    Path in() {
        return root.resolve("in");
    }

    Path out() {
        return run().resolve("out");
    }

    Path err() {
        return run().resolve("err");
    }

    Path status() {
        return run().resolve("status");
    }

    Path next() {
        return run().resolve("next");
    }

    /**
     * Writes what the shell is to read, for the shell's user.
     *
     * @param text each character a byte
     */
    Path write(String name, String text, int gid, boolean own) throws IOException {
        Path file = in().resolve(name);
        Path fresh = in().resolve(name + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        if (!own) {
            Files.setAttribute(fresh, "unix:gid", gid);
            mode(fresh, "rw-r-----");
        }
        Files.writeString(fresh, text, StandardCharsets.ISO_8859_1);
        return Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * What the shell has said of its state. The file is the shell's user's, who may have put anything in its place.
     *
     * @throws IOException also when it is larger than what is kept
     */
    String state() throws IOException {
        Path file = run().resolve("state");
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("the shell's state is no file");
        }
        try (var in = Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(LARGEST_STATE + 1);
            if (bytes.length > LARGEST_STATE) {
                throw new IOException(
                        "the shell's variables and functions take more than " + (LARGEST_STATE >> 20) + " MiB");
            }
            // Bytes that are no UTF-8 survive the way there and back.
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    @Override
    public void close() {
        for (Path folder : List.of(run(), in(), root)) {
            remove(folder);
        }
    }

    private static void remove(Path folder) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            LOG.warn("{} cannot be removed: {}", folder, e.getMessage());
        }
    }
}
