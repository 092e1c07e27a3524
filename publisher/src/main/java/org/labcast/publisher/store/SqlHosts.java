package org.labcast.publisher.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.labcast.model.Fingerprint;
import org.labcast.model.HostName;
import org.labcast.model.host.Presence;
import org.labcast.publisher.store.Invitations.Invited;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.Verified;

final class SqlHosts implements Hosts {
    private record Answered(HostName host, Instant last) {}

    private static Answered answer(ResultSet row) throws SQLException {
        return new Answered(new HostName(row.getString("host")), Instant.ofEpochMilli(row.getLong("last")));
    }

    private record Seen(HostName host, Presence presence, Instant at) {}

    private final Database database;
    private final Clock clock;

    SqlHosts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void enrol(EnrolledHost host) {
        database.write(() -> isOutdated(host) ? 0 : insert(database, host));
    }

    private boolean isOutdated(EnrolledHost host) {
        return isWithdrawnSince(host.host(), host.at())
                || database.number(
                                "SELECT count(*) FROM host WHERE host = ? AND at > ?",
                                host.host().value(),
                                host.at().toEpochMilli())
                        > 0;
    }

    private boolean isWithdrawnSince(HostName host, Instant at) {
        return database.number(
                        "SELECT count(*) FROM withdrawn WHERE host = ? AND at >= ?", host.value(), at.toEpochMilli())
                > 0;
    }

    static int insert(Database database, EnrolledHost host) {
        return database.update(
                "INSERT OR REPLACE INTO host (host, certificate, fingerprint, groups, vouched_by, at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                host.host().value(),
                host.certificate(),
                host.fingerprint().value(),
                GroupColumn.write(host.groups()),
                host.by().value(),
                host.at().toEpochMilli());
    }

    @Override
    public Optional<EnrolledHost> enrolled(HostName host) {
        return database.first("SELECT * FROM host WHERE host = ?", SqlHosts::enrolledHost, host.value());
    }

    private static EnrolledHost enrolledHost(ResultSet row) throws SQLException {
        return new EnrolledHost(
                new HostName(row.getString("host")),
                row.getString("certificate"),
                new Fingerprint(row.getString("fingerprint")),
                GroupColumn.parse(row.getString("groups")),
                new Fingerprint(row.getString("vouched_by")),
                Instant.ofEpochMilli(row.getLong("at")));
    }

    @Override
    public void seen(Collection<Verified<Presence>> presences) {
        database.write(() -> presences.stream().mapToInt(this::seen).sum());
    }

    /** Everybody with a key may sign a presence; only the host's own key speaks for the host. */
    private int seen(Verified<Presence> verified) {
        Presence presence = verified.value();
        if (!new ResultAcceptance(database).isKeyOf(presence.host(), verified.signer())) {
            return 0;
        }
        new Instances(database).note(presence, clock.instant());
        return database.update(
                "INSERT INTO presence (host, at, seen, body) VALUES (?, ?, ?, ?) ON CONFLICT (host) DO UPDATE"
                        + " SET at = excluded.at, seen = excluded.seen, body = excluded.body"
                        // An entry of the future was written by a wrong clock: whatever comes after it is better.
                        + " WHERE excluded.at >= at OR at > ?",
                presence.host().value(),
                presence.at().toEpochMilli(),
                clock.millis(),
                Codec.encode(presence).toArray(),
                clock.instant().plus(KnownHost.LEASE).toEpochMilli());
    }

    @Override
    public List<KnownHost> all() {
        return database.read(() -> {
            Map<HostName, EnrolledHost> enrolled =
                    byName(database.query("SELECT * FROM host", SqlHosts::enrolledHost), EnrolledHost::host);
            Map<HostName, Seen> seen = byName(database.query("SELECT * FROM presence", SqlHosts::readSeen), Seen::host);
            Map<HostName, Invited> invited =
                    byName(database.query("SELECT * FROM invitation", SqlInvitations::invited), Invited::host);
            Map<HostName, Instant> answered =
                    database
                            .query("SELECT host, max(received) AS last FROM result GROUP BY host", SqlHosts::answer)
                            .stream()
                            .collect(Collectors.toMap(Answered::host, Answered::last));
            SortedSet<HostName> doubled = new Instances(database).doubled(clock.instant());
            SortedSet<HostName> names = new TreeSet<>(invited.keySet());
            names.addAll(enrolled.keySet());
            names.addAll(seen.keySet());
            return names.stream()
                    .map(host -> new KnownHost(
                            host,
                            Optional.ofNullable(enrolled.get(host)),
                            invited.containsKey(host),
                            Optional.ofNullable(invited.get(host)).flatMap(Invited::expires),
                            Optional.ofNullable(seen.get(host)).map(Seen::presence),
                            Optional.ofNullable(seen.get(host)).map(Seen::at),
                            Optional.ofNullable(answered.get(host)),
                            doubled.contains(host)))
                    .toList();
        });
    }

    private static <T> Map<HostName, T> byName(List<T> rows, Function<T, HostName> name) {
        return rows.stream().collect(Collectors.toMap(name, row -> row));
    }

    private static Seen readSeen(ResultSet row) throws SQLException {
        return new Seen(
                new HostName(row.getString("host")),
                Codec.readPresence(Database.bytes(row, "body")),
                Instant.ofEpochMilli(row.getLong("seen")));
    }

    @Override
    public void withdraw(HostName host, Instant at) {
        if (!isWithdrawnSince(host, at)) { // which is so nearly always, and costs no transaction
            database.write(() -> isWithdrawnSince(host, at) ? 0 : remove(host, at));
        }
    }

    private int remove(HostName host, Instant at) {
        int removed = database.update(
                        "INSERT OR REPLACE INTO withdrawn (host, at) VALUES (?, ?)", host.value(), at.toEpochMilli())
                + database.update("DELETE FROM host WHERE host = ? AND at <= ?", host.value(), at.toEpochMilli());
        return enrolled(host).isPresent()
                ? removed
                : removed
                        + database.update("DELETE FROM invitation WHERE host = ?", host.value())
                        + database.update("DELETE FROM presence WHERE host = ?", host.value());
    }
}
