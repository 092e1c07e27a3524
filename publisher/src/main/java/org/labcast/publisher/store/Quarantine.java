package org.labcast.publisher.store;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.labcast.model.Bytes;
import org.labcast.model.HostName;
import org.labcast.model.OrderId;

/**
 * Results as they came that cannot be believed yet: their host's enrolment has not been collected, or the host has another
 * key by now. They are judged again whenever the host's key has changed. Bounded by sender and in all, since whoever may
 * send results may fill it; what finds no room is sent again by its host, which has no receipt.
 */
public final class Quarantine {
    static final int MOST_OF_A_SENDER = 500;
    static final long MOST_BYTES_OF_A_SENDER = 4 << 20;
    static final long MOST_BYTES = 128 << 20;
    /** A host gives its results up after about as long. */
    static final Duration KEPT = Duration.ofDays(60);

    private static final int BATCH = 500;

    private final Database database;
    private final Clock clock;

    Quarantine(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A result that waits.
     *
     * @param sender the user who sent it, as the broker says
     * @param host whom it claims to come from
     * @param order for which it claims to be
     * @param reason as it was refused for the time being
     * @param judgedBy fingerprint of the key by which it was judged; empty when there was none or it is to be judged again
     */
    public record Suspended(
            String sender,
            HostName host,
            OrderId order,
            String reason,
            String judgedBy,
            Bytes payload,
            Bytes signature) {
        String digest() {
            return Bytes.utf8(payload.sha256() + signature.sha256()).sha256();
        }
    }

    /** Keeps them, as far as there is room; one that is known already stays as it is. */
    public void keep(Collection<Suspended> results) {
        if (!results.isEmpty()) {
            database.write(() -> results.stream().mapToInt(this::keep).sum());
        }
    }

    private int keep(Suspended result) {
        return hasRoom(result)
                ? database.update(
                        "INSERT OR IGNORE INTO quarantine"
                                + " (digest, sender, host, order_id, reason, received, judged_by, payload, signature)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        result.digest(),
                        result.sender(),
                        result.host().value(),
                        result.order().value(),
                        result.reason(),
                        clock.millis(),
                        result.judgedBy(),
                        result.payload().toArray(),
                        result.signature().toArray())
                : 0;
    }

    private boolean hasRoom(Suspended result) {
        String bytes = "ifnull(sum(length(payload) + length(signature)), 0)";
        long size = (long) result.payload().size() + result.signature().size();
        return database.number("SELECT count(*) FROM quarantine WHERE sender = ?", result.sender()) < MOST_OF_A_SENDER
                && database.number("SELECT " + bytes + " FROM quarantine WHERE sender = ?", result.sender()) + size
                        <= MOST_BYTES_OF_A_SENDER
                && database.number("SELECT " + bytes + " FROM quarantine") + size <= MOST_BYTES;
    }

    /** Takes out some of those whose host has another key than they were judged by; empty when there are none. */
    public List<Suspended> due() {
        return database.query(
                "SELECT q.* FROM quarantine q JOIN host h ON h.host = q.host WHERE h.fingerprint <> q.judged_by"
                        + " ORDER BY position LIMIT " + BATCH,
                row -> new Suspended(
                        row.getString("sender"),
                        new HostName(row.getString("host")),
                        new OrderId(row.getString("order_id")),
                        row.getString("reason"),
                        row.getString("judged_by"),
                        Database.bytes(row, "payload"),
                        Database.bytes(row, "signature")));
    }

    /**
     * Takes back that it was refused, before it is recorded: a reader between the two must not see an answer that counts and
     * is refused as well.
     */
    public void forgive(Suspended result) {
        database.write(() -> database.update(
                "DELETE FROM refused WHERE order_id = ? AND host = ? AND reason = ? AND NOT EXISTS"
                        + " (SELECT 1 FROM quarantine q WHERE q.order_id = refused.order_id"
                        + " AND q.host = refused.host AND q.reason = refused.reason AND q.digest <> ?)",
                result.order().value(),
                result.host().value(),
                result.reason(),
                result.digest()));
    }

    /** It is believed now, or never. */
    public void release(Suspended result) {
        database.write(() -> database.update("DELETE FROM quarantine WHERE digest = ?", result.digest()));
    }

    /** The host's present key has not signed it. */
    public void judged(Suspended result) {
        database.write(() -> database.update(
                "UPDATE quarantine SET judged_by ="
                        + " ifnull((SELECT fingerprint FROM host WHERE host = quarantine.host), '')"
                        + " WHERE digest = ?",
                result.digest()));
    }

    /** Forgets what has waited too long. */
    public void tidy() {
        long before = clock.instant().minus(KEPT).toEpochMilli();
        if (database.number("SELECT count(*) FROM quarantine WHERE received < ?", before) > 0) {
            database.write(() -> database.update("DELETE FROM quarantine WHERE received < ?", before));
        }
    }
}
