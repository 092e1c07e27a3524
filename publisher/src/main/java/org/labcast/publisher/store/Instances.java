package org.labcast.publisher.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.labcast.model.HostName;
import org.labcast.model.host.Presence;
import org.labcast.model.result.Alert;
import org.labcast.model.result.Refusal;
import org.labcast.transport.json.Codec;

/**
 * Who has spoken for a host: each start of an agent has a name of its own, and so has each machine. A name that comes back
 * after another one was heard belongs to a second machine with the same key, a cloned disk. After a restart, a new
 * installation or a change of hardware the old name does not come back.
 */
final class Instances {
    /** How long two machines are told of after the second was heard last, and how long a name is remembered. */
    private static final Duration TOLD = Duration.ofDays(7);

    private static final List<String> KINDS = List.of("instance", "machine");

    private final Database database;

    Instances(Database database) {
        this.database = database;
    }

    void note(Presence presence, Instant now) {
        for (String kind : KINDS) {
            String name = presence.facts().text(kind);
            if (!name.isEmpty()) {
                database.update(
                        "INSERT INTO instance (host, kind, name, first, last, at) VALUES (?, ?, ?, ?, ?, ?)"
                                + " ON CONFLICT DO UPDATE SET last = excluded.last, at = excluded.at"
                                + " WHERE excluded.at > at",
                        presence.host().value(),
                        kind,
                        name,
                        now.toEpochMilli(),
                        now.toEpochMilli(),
                        presence.at().toEpochMilli());
                database.update(
                        "DELETE FROM instance WHERE host = ? AND last < ?",
                        presence.host().value(),
                        now.minus(TOLD).toEpochMilli());
            }
        }
    }

    SortedSet<HostName> doubled(Instant now) {
        long since = now.minus(TOLD).toEpochMilli();
        Stream<HostName> heard = database
                .query(
                        "SELECT DISTINCT a.host FROM instance a JOIN instance b"
                                + " ON b.host = a.host AND b.kind = a.kind AND b.name <> a.name"
                                + " WHERE a.first < b.first AND b.first < a.last AND b.last >= ?",
                        row -> new HostName(row.getString(1)),
                        since)
                .stream();
        Stream<HostName> told = database
                .query(
                        "SELECT body FROM alert WHERE at >= ?",
                        row -> (Alert) Codec.readHostMessage(Database.bytes(row, "body")),
                        since)
                .stream()
                .filter(alert -> alert.reason() == Refusal.IDENTITY_IN_USE)
                .map(Alert::host);
        return new TreeSet<>(Stream.concat(heard, told).toList());
    }
}
