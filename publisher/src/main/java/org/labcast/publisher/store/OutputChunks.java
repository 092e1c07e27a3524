package org.labcast.publisher.store;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.labcast.model.Bytes;
import org.labcast.model.HostName;
import org.labcast.model.OrderId;
import org.labcast.model.result.Event;
import org.labcast.model.result.Output;
import org.labcast.model.result.OutputStreamName;
import org.labcast.model.result.Result;
import org.labcast.publisher.store.FetchedOutput.State;
import org.labcast.transport.json.Codec;

/** Pieces of full outputs, put together when asked for. */
final class OutputChunks {
    private record Piece(long start, Bytes content, boolean last) {}

    private final Database database;

    OutputChunks(Database database) {
        this.database = database;
    }

    void add(OrderId job, HostName host, Event.Chunk chunk) {
        database.update(
                "INSERT OR REPLACE INTO chunk (order_id, host, task, attempt, stream, start, content, last)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                job.value(),
                host.value(),
                chunk.task(),
                chunk.attempt(),
                chunk.stream().name(),
                chunk.offset(),
                chunk.content().toArray(),
                chunk.last());
    }

    FetchedOutput assemble(OrderId job, HostName host, int task, int attempt, OutputStreamName stream) {
        List<Piece> pieces = database.query(
                "SELECT start, content, last FROM chunk WHERE order_id = ? AND host = ? AND task = ? AND attempt = ?"
                        + " AND stream = ? ORDER BY start",
                row -> new Piece(row.getLong("start"), Database.bytes(row, "content"), row.getBoolean("last")),
                job.value(),
                host.value(),
                task,
                attempt,
                stream.name());
        if (pieces.isEmpty()) {
            return new FetchedOutput(Bytes.EMPTY, State.NONE);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        boolean complete = false;
        for (Piece piece : pieces) {
            complete |= append(all, piece) && piece.last();
        }
        Bytes content = Bytes.of(all.toByteArray());
        return new FetchedOutput(
                content, complete ? judge(content, reported(job, host, task, attempt, stream)) : State.PARTIAL);
    }

    /** Pieces of a second fetch may overlap those of a first; one behind a gap is left out. */
    private static boolean append(ByteArrayOutputStream all, Piece piece) {
        long known = all.size() - piece.start();
        if (known < 0) {
            return false;
        }
        int size = piece.content().size();
        int from = (int) Math.min(known, size);
        all.write(piece.content().toArray(), from, size - from);
        return true;
    }

    private static State judge(Bytes content, Optional<Output> reported) {
        if (reported.isEmpty()) {
            return State.UNCONFIRMED;
        }
        String digest = content.isEmpty() ? "" : content.sha256();
        return reported.get().sha256().equals(digest) ? State.COMPLETE : State.CONTRADICTED;
    }

    private Optional<Output> reported(OrderId job, HostName host, int task, int attempt, OutputStreamName stream) {
        return database
                .query(
                        "SELECT body FROM result WHERE order_id = ? AND host = ? ORDER BY number",
                        row -> (Result) Codec.readHostMessage(Database.bytes(row, "body")),
                        job.value(),
                        host.value())
                .stream()
                .flatMap(result -> result.events().stream())
                .filter(event -> event instanceof Event.TaskDone done
                        && done.outcome().task() == task
                        && attempt < done.outcome().attempts().size())
                .map(event -> ((Event.TaskDone) event).outcome().attempts().get(attempt))
                .map(run -> stream == OutputStreamName.OUT ? run.out() : run.err())
                .findFirst();
    }
}
