package org.labcast.publisher.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.labcast.model.Alert;
import org.labcast.model.OrderId;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.Verified;

final class SqlAlerts implements Alerts {
    private final Database database;

    SqlAlerts(Database database) {
        this.database = database;
    }

    @Override
    public boolean record(Verified<Alert> verified) {
        Alert alert = verified.value();
        return database.write(() -> {
            if (!new Credence(database).isKeyOf(alert.host(), verified.signer())) {
                String reason = "an alert signed by " + verified.signer() + ", which is not the key of that host";
                refuse(
                        database,
                        new RefusedAnswer(Optional.empty(), alert.host().value(), reason, alert.at()));
                return false;
            }
            boolean isNew = database.update(
                            "INSERT OR IGNORE INTO alert (id, at, body) VALUES (?, ?, ?)",
                            alert.id().value(),
                            alert.at().toEpochMilli(),
                            Codec.write(alert).toArray())
                    == 1;
            if (isNew) {
                markRefused(alert);
            }
            return isNew;
        });
    }

    /** A host that does not trust us cannot answer our job, it can only raise this alarm. */
    private void markRefused(Alert alert) {
        database.query(
                        "SELECT id FROM orders JOIN expected ON order_id = id WHERE digest = ? AND host = ?",
                        row -> new OrderId(row.getString(1)),
                        alert.digest(),
                        alert.host().value())
                .forEach(order -> new Progress(database).note(order, alert.host(), true, true));
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
                "SELECT order_id, host, reason, at FROM refused_answer WHERE at >= ? ORDER BY at",
                SqlAlerts::refusedAnswer,
                from.toEpochMilli());
    }

    static int refuse(Database database, RefusedAnswer answer) {
        return database.update(
                "INSERT OR IGNORE INTO refused_answer (order_id, host, reason, at) VALUES (?, ?, ?, ?)",
                answer.order().map(OrderId::value).orElse(""),
                answer.claimedHost(),
                answer.reason(),
                answer.at().toEpochMilli());
    }

    static RefusedAnswer refusedAnswer(ResultSet row) throws SQLException {
        String order = row.getString("order_id");
        return new RefusedAnswer(
                order.isEmpty() ? Optional.empty() : Optional.of(new OrderId(order)),
                row.getString("host"),
                row.getString("reason"),
                Instant.ofEpochMilli(row.getLong("at")));
    }

    @Override
    public long strays() {
        return database.number("SELECT count(*) FROM result WHERE order_id NOT IN (SELECT id FROM orders)");
    }
}
