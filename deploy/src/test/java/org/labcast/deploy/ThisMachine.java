package org.labcast.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The machine that the tests run on, where the administrator sits. */
public final class ThisMachine {
    private static final long PATIENCE_SECONDS = 180;

    private ThisMachine() {}

    /** Runs a program to its end, with these variables added to the environment and nothing on its standard input. */
    public static ProgramResult run(Map<String, String> environment, String... command) {
        try {
            Path out = Files.createTempFile("labcast", ".out");
            Path err = Files.createTempFile("labcast", ".err");
            try {
                return run(environment, command, out, err);
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + List.of(command), e);
        }
    }

    private static ProgramResult run(Map<String, String> environment, String[] command, Path out, Path err)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError(List.of(command) + " has not ended after " + PATIENCE_SECONDS + " s:\n"
                        + Files.readString(out) + Files.readString(err));
            }
            return new ProgramResult(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + List.of(command) + " ran", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
