package org.labcast.agent.exec;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.labcast.model.Bytes;
import org.labcast.model.OrderId;
import org.labcast.model.OutputStreamName;

/** The outputs that this host keeps, one file a stream: {@code <root>/<job>/<task>-<attempt>.out} and {@code .err}. */
public final class Spool {
    public Spool(Path root) {}

    /** A piece of what is kept of a stream; empty when nothing is kept of it, a short or empty piece at its end. */
    public Optional<Bytes> read(OrderId job, int task, int attempt, OutputStreamName stream, long offset, int length) {
        return Optional.empty();
    }

    /** Attempts of a task of which something is kept, in ascending order. */
    public List<Integer> attempts(OrderId job, int task) {
        return List.of();
    }

    /** Removes jobs last written before an instant, then the oldest until the rest holds at most so many bytes. */
    public void prune(Instant now, Duration age, long bytes) {}

    /** Removes what is kept of a job, if anything is. */
    public void remove(OrderId job) {}
}
