package org.labcast.transport.pgp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.labcast.model.Bytes;

/**
 * Runs the gpg program, never through a shell.
 *
 * @param environment added to ours, such as GNUPGHOME
 */
record Gpg(String program, Map<String, String> environment) {
    /**
     * @return its standard output
     * @throws KeyException with what it said when it fails or cannot be started
     */
    Bytes run(Bytes input, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(program, "--batch", "--no-tty"));
        command.addAll(arguments);
        Process process = start(command);
        try {
            var complaints = CompletableFuture.supplyAsync(() -> all(process.getErrorStream()));
            var output = CompletableFuture.supplyAsync(() -> all(process.getInputStream()));
            feed(process, input);
            if (process.waitFor() != 0) {
                throw new KeyException(complaints.join().text().strip().replace("\n", "; ") + "; try '"
                        + String.join(" ", command) + "' yourself");
            }
            return output.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeyException("interrupted while waiting for " + program, e);
        } finally {
            process.destroy();
        }
    }

    private Process start(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().putAll(environment);
            builder.environment().put("LC_ALL", "C");
            return builder.start();
        } catch (IOException e) {
            throw new KeyException(
                    "the program '" + program + "' cannot be started; install gnupg or use a key file instead", e);
        }
    }

    private static void feed(Process process, Bytes input) {
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.toArray());
        } catch (IOException e) {
            // it went away without reading; its exit code and what it said tell why
        }
    }

    private static Bytes all(InputStream stream) {
        try (stream) {
            return Bytes.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
