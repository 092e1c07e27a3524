package org.labcast.publisher.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.labcast.model.HostName;
import org.labcast.model.OrderId;
import org.labcast.model.result.Alert;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.Verified;

final class SqlAlerts implements Alerts {
    /** Text of attackers is kept in so many rows and no more; the rest is counted in one. */
    private static final int MOST_REFUSED = 5_000;

    private static final RefusedAnswer MORE =
            new RefusedAnswer(Optional.empty(), "", "more answers were refused than are listed", Instant.EPOCH);

    private final Database database;
    private final Clock clock;

    SqlAlerts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public boolean record(Verified<Alert> verified) {
        Alert alert = verified.value();
        return database.write(() -> {
            if (!new ResultAcceptance(database).isKeyOf(alert.host(), verified.signer())) {
                String reason = "an alert signed by " + verified.signer() + ", which is not the key of that host";
                refuse(
                        database,
                        new RefusedAnswer(Optional.empty(), alert.host().value(), reason, alert.at()));
                return false;
            }
            return database.update(
                            "INSERT OR IGNORE INTO alert (id, at, body) VALUES (?, ?, ?)",
                            alert.id().value(),
                            clock.millis(),
                            Codec.write(alert).toArray())
                    == 1;
        });
    }

    @Override
    public List<Alert> since(Instant from) {
        return database.query(
                "SELECT body FROM alert WHERE at >= ? ORDER BY at",
                row -> (Alert) Codec.readHostMessage(Database.bytes(row, "body")),
                from.toEpochMilli());
    }

    @Override
    public List<RefusedAnswer> refusedSince(Instant from) {
        return database.query(
                "SELECT order_id, host, reason, times, at FROM refused WHERE at >= ? ORDER BY at",
                SqlAlerts::refusedAnswer,
                from.toEpochMilli());
    }

    static int refuse(Database database, RefusedAnswer answer) {
        int counted = count(database, answer, answer);
        if (counted == 1) {
            return counted;
        }
        boolean full = database.number("SELECT count(*) FROM refused") >= MOST_REFUSED;
        RefusedAnswer row = full ? MORE : answer;
        if (full && count(database, row, answer) == 1) {
            return 1;
        }
        return database.update(
                "INSERT INTO refused (order_id, host, reason, times, at) VALUES (?, ?, ?, ?, ?)",
                row.order().map(OrderId::value).orElse(""),
                row.claimedHost(),
                row.reason(),
                answer.times(),
                answer.at().toEpochMilli());
    }

    private static int count(Database database, RefusedAnswer row, RefusedAnswer answer) {
        return database.update(
                "UPDATE refused SET times = times + ?, at = max(at, ?) WHERE order_id = ? AND host = ? AND reason = ?",
                answer.times(),
                answer.at().toEpochMilli(),
                row.order().map(OrderId::value).orElse(""),
                row.claimedHost(),
                row.reason());
    }

    static RefusedAnswer refusedAnswer(ResultSet row) throws SQLException {
        String order = row.getString("order_id");
        return new RefusedAnswer(
                order.isEmpty() ? Optional.empty() : Optional.of(new OrderId(order)),
                row.getString("host"),
                row.getString("reason"),
                row.getLong("times"),
                Instant.ofEpochMilli(row.getLong("at")));
    }

    @Override
    public SortedSet<HostName> doubled() {
        return new Instances(database).doubled(clock.instant());
    }

    @Override
    public long strays() {
        return database.number("SELECT count(*) FROM result WHERE order_id NOT IN (SELECT id FROM orders)");
    }
}
