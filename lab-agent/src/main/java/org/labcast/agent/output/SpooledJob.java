package org.labcast.agent.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.labcast.agent.core.ExecutionException;
import org.labcast.model.InvalidValueException;
import org.labcast.model.OrderId;

/** What the spool holds of one job. */
public record SpooledJob(OrderId id, Instant written, long bytes) {
    /** All of a spool, the last written first; folders that are not a job's are none of its business. */
    public static List<SpooledJob> in(Path root) {
        return files(root).stream()
                .flatMap(folder -> read(folder).stream())
                .sorted(Comparator.comparing(SpooledJob::written).reversed())
                .toList();
    }

    public static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new ExecutionException("The folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Optional<SpooledJob> read(Path folder) {
        try {
            OrderId id = new OrderId(folder.getFileName().toString());
            Instant written = Files.getLastModifiedTime(folder).toInstant();
            long bytes = 0;
            for (Path file : files(folder)) {
                bytes += Files.size(file);
                Instant fileWritten = Files.getLastModifiedTime(file).toInstant();
                written = fileWritten.isAfter(written) ? fileWritten : written;
            }
            return Optional.of(new SpooledJob(id, written, bytes));
        } catch (InvalidValueException | IOException e) {
            return Optional.empty();
        }
    }
}
