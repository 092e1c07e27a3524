package org.labcast.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A program that runs on this machine until the test is over. */
final class LocalProgram implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path log;
    private final Process process;

    /**
     * @param log for all that it writes
     * @param environment added to that of the tests
     */
    LocalProgram(Path log, Map<String, String> environment, String... command) throws IOException {
        this.log = log;
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        process = builder.start();
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has written this, and returns its first group; fails with what it wrote when it ends before. */
    String awaitOutput(String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        Awaitility.await(pattern).atMost(PATIENCE).until(() -> {
            if (!wanted.matcher(output()).find() && !process.isAlive()) {
                throw new AssertionError("it ended before it wrote '" + pattern + "':\n" + output());
            }
            return wanted.matcher(output()).find();
        });
        Matcher found = wanted.matcher(output());
        found.find();
        return found.group(1);
    }

    @Override
    public void close() {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroy();
        all.forEach(ProcessHandle::destroy);
        process.onExit().join();
    }
}
