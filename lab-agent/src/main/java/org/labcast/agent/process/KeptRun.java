package org.labcast.agent.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the agent and the keeper of one command meet; the agent that has started it, or a later one. Nobody else can enter or list it. */
record KeptRun(Path path) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeptRun.class);
    private static final List<Path> IN_MEMORY = List.of(Path.of("/run"), Path.of("/dev/shm"));
    private static final Pattern EXITED = Pattern.compile("exited-(\\d{1,3})");

    /**
     * @param otherwise for hosts that keep nothing in memory; there it works too when the disk is full
     * @param others whether another user than the agent's must pass through it, to a script
     */
    static KeptRun create(Path otherwise, boolean others) throws IOException {
        Path parent = IN_MEMORY.stream().filter(Files::isWritable).findFirst().orElse(otherwise);
        KeptRun run = new KeptRun(Files.createTempDirectory(parent, "labcast-"));
        try {
            String mkfifo = SearchPath.find("mkfifo")
                    .orElseThrow(() -> new IOException("there is no mkfifo on this host"))
                    .toString();
            // Others may write: a command that has changed its user opens /dev/stderr again.
            NamedPipes.make(mkfifo, "622", run.path, List.of(run.out(), run.err()));
            NamedPipes.make(mkfifo, "600", run.path, List.of(run.gone()));
            if (others) {
                Files.setPosixFilePermissions(run.path, PosixFilePermissions.fromString("rwx--x--x"));
            }
            return run;
        } catch (IOException e) {
            run.close();
            throw e;
        }
    }

    Path out() {
        return path.resolve("out");
    }

    Path err() {
        return path.resolve("err");
    }

    /** Where the keeper of a command that has ended waits for an agent that takes note of it. */
    Path gone() {
        return path.resolve("gone");
    }

    /** Whether the command has not begun, and now never will: one who begins it leaves a mark first, which only one can make. */
    boolean takeBack() throws IOException {
        try {
            Files.createFile(path.resolve("begun"));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /** The process of the keeper, while it lives. */
    Optional<ProcessEntry> keeper(ProcessTag tag) {
        return ProcessTable.read().others().values().stream()
                .filter(process -> process.hasArgument(path.toString()) && process.carries(tag.lines()))
                .min(Comparator.comparing(ProcessEntry::start).thenComparing(ProcessEntry::pid));
    }

    /** How the command ended, when it has. */
    OptionalInt exited() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "exited-*")) {
            for (Path file : files) {
                Matcher matcher = EXITED.matcher(file.getFileName().toString());
                if (matcher.matches()) {
                    return OptionalInt.of(Integer.parseInt(matcher.group(1)));
                }
            }
        } catch (IOException e) {
            LOG.warn("It cannot be looked up how a command ended: {}", e.toString());
        }
        return OptionalInt.empty();
    }

    @Override
    public void close() {
        if (Files.notExists(path)) {
            return; // another start of the machine has taken it away
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be removed: {}", path, e.toString());
        }
    }
}
