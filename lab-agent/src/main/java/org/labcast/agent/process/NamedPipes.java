package org.labcast.agent.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two named pipes in a folder of their own that only the agent can enter; closing removes the names. */
public record NamedPipes(Path folder) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NamedPipes.class);
    private static final Path IN_MEMORY = Path.of("/dev/shm");

    /** @param folder for hosts without {@code /dev/shm}; in memory it also works when the disk is full */
    static NamedPipes create(Path folder) throws IOException {
        Path parent = Files.isWritable(IN_MEMORY) ? IN_MEMORY : folder;
        NamedPipes pipes = new NamedPipes(Files.createTempDirectory(parent, "labcast-"));
        try {
            pipes.make();
            return pipes;
        } catch (IOException e) {
            pipes.close();
            throw e;
        }
    }

    /** Others may write: a command that has changed its user opens {@code /dev/stderr} again. */
    private void make() throws IOException {
        String mkfifo = SearchPath.find("mkfifo")
                .orElseThrow(() -> new IOException("there is no mkfifo on this host"))
                .toString();
        make(mkfifo, "622", folder, List.of(out(), err()));
    }

    /**
     * Makes pipes in a folder.
     *
     * @param mode octal permissions
     */
    public static void make(String mkfifo, String mode, Path folder, List<Path> pipes) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(mkfifo, "-m", mode));
        pipes.forEach(pipe -> arguments.add(pipe.toString()));
        Process process = new ProcessBuilder(arguments)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("no pipe can be made in " + folder);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the agent was stopped", e);
        }
    }

    Path out() {
        return folder.resolve("out");
    }

    Path err() {
        return folder.resolve("err");
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(out());
            Files.deleteIfExists(err());
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            LOG.warn("{} cannot be removed: {}", folder, e.getMessage());
        }
    }
}
