package org.labcast.publisher.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.labcast.model.HostName;
import org.labcast.model.OrderId;
import org.labcast.model.result.Event;
import org.labcast.model.result.OutputStreamName;
import org.labcast.model.result.Result;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.Verified;

/** Pieces of full output lie in a table of their own, so that a report need not read them. */
final class SqlResults implements Results {
    private final Database database;
    private final Clock clock;
    private final ResultAcceptance acceptance;
    private final OutputChunks chunks;

    SqlResults(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.acceptance = new ResultAcceptance(database);
        this.chunks = new OutputChunks(database);
    }

    @Override
    public List<StoreOutcome> record(List<Verified<Result>> results) {
        return database.write(() -> results.stream().map(this::take).toList());
    }

    private StoreOutcome take(Verified<Result> verified) {
        Result result = verified.value();
        Optional<String> objection = acceptance.objection(verified);
        if (objection.isPresent()) {
            SqlAlerts.refuse(
                    database,
                    new RefusedAnswer(
                            Optional.of(result.job()), result.host().value(), objection.get(), result.sent()));
            return StoreOutcome.REFUSED;
        }
        if (!insert(verified)) {
            return StoreOutcome.DUPLICATE;
        }
        result.events().forEach(event -> note(result, event));
        return acceptance.knows(result.job()) ? StoreOutcome.NEW : StoreOutcome.STRAY;
    }

    private boolean insert(Verified<Result> verified) {
        Result result = verified.value();
        int added = database.update(
                "INSERT OR IGNORE INTO result (order_id, host, number, received, signer, digest, body)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                result.job().value(),
                result.host().value(),
                result.number(),
                clock.millis(),
                verified.signer().value(),
                verified.digest(),
                Codec.write(withoutChunks(result)).toArray());
        return added == 1;
    }

    private static Result withoutChunks(Result result) {
        List<Event> events = result.events().stream()
                .filter(event -> !(event instanceof Event.Chunk))
                .toList();
        return new Result(
                result.realm(),
                result.job(),
                result.jobDigest(),
                result.host(),
                result.number(),
                result.sent(),
                events);
    }

    private void note(Result result, Event event) {
        if (event instanceof Event.Chunk chunk) {
            chunks.add(result.job(), result.host(), chunk);
        }
    }

    @Override
    public void refuse(Collection<RefusedAnswer> answers) {
        if (!answers.isEmpty()) {
            database.write(() -> answers.stream()
                    .mapToInt(answer -> SqlAlerts.refuse(database, answer))
                    .sum());
        }
    }

    @Override
    public List<Long> held(OrderId order, HostName host) {
        return database.query(
                "SELECT number FROM result WHERE order_id = ? AND host = ? ORDER BY number",
                row -> row.getLong(1),
                order.value(),
                host.value());
    }

    @Override
    public List<StoredResult> of(OrderId order, long after) {
        return database.query(
                "SELECT position, received, body FROM result WHERE order_id = ? AND position > ? ORDER BY position",
                SqlResults::read,
                order.value(),
                after);
    }

    private static StoredResult read(ResultSet row) throws SQLException {
        Result result = (Result) Codec.readHostMessage(Database.bytes(row, "body"));
        return new StoredResult(row.getLong("position"), Instant.ofEpochMilli(row.getLong("received")), result);
    }

    @Override
    public List<RefusedAnswer> refused(OrderId order) {
        return database.query(
                "SELECT order_id, host, reason, times, at FROM refused WHERE order_id = ? ORDER BY at",
                SqlAlerts::refusedAnswer,
                order.value());
    }

    @Override
    public FetchedOutput output(OrderId job, HostName host, int task, int attempt, OutputStreamName stream) {
        return database.read(() -> chunks.assemble(job, host, task, attempt, stream));
    }
}
