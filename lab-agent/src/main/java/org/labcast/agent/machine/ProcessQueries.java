package org.labcast.agent.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Queries as processes: no shell, empty input, a plain environment, a bound in time and in bytes. */
final class ProcessQueries implements Queries {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessQueries.class);
    private static final int MOST_BYTES = 4 << 20;
    private static final Map<String, String> ENVIRONMENT =
            Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", "LANG", "C.UTF-8", "DEBIAN_FRONTEND", "noninteractive");

    private final Path directory;
    private final Duration patience;

    ProcessQueries(Path directory, Duration patience) {
        this.directory = directory;
        this.patience = patience;
    }

    @Override
    public Optional<String> ask(List<String> query) {
        try {
            return answer(start(query));
        } catch (IOException e) {
            LOG.debug("{} cannot be asked: {}", query, e.toString());
            return Optional.empty();
        }
    }

    private Process start(List<String> query) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(query)
                .directory(directory.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(ENVIRONMENT);
        return builder.start();
    }

    private Optional<String> answer(Process process) {
        try {
            long until = System.nanoTime() + patience.toNanos();
            byte[] printed = CompletableFuture.supplyAsync(() -> read(process.getInputStream()))
                    .get(patience.toNanos(), TimeUnit.NANOSECONDS);
            boolean ended = process.waitFor(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            return ended && process.exitValue() == 0
                    ? Optional.of(new String(printed, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("A query gave no answer: {}", e.toString());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static byte[] read(InputStream stream) {
        try (stream) {
            return stream.readNBytes(MOST_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
