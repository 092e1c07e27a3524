package org.labcast.publisher.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.labcast.model.HostName;
import org.labcast.model.Secret;

final class SqlInvitations implements Invitations {
    private final Database database;

    SqlInvitations(Database database) {
        this.database = database;
    }

    @Override
    public void invite(Invited invited) {
        database.write(() -> database.update(
                "INSERT OR REPLACE INTO invitation (host, token, groups, expires) VALUES (?, ?, ?, ?)",
                invited.host().value(),
                invited.token().value(),
                GroupColumn.write(invited.groups()),
                invited.expires().map(Instant::toEpochMilli).orElse(0L)));
    }

    @Override
    public Optional<Invited> find(HostName host) {
        return database.first("SELECT * FROM invitation WHERE host = ?", SqlInvitations::invited, host.value());
    }

    static Invited invited(ResultSet row) throws SQLException {
        return new Invited(
                new HostName(row.getString("host")),
                new Secret(row.getString("token")),
                GroupColumn.parse(row.getString("groups")),
                Optional.of(row.getLong("expires")).filter(end -> end != 0).map(Instant::ofEpochMilli));
    }

    @Override
    public boolean accept(EnrolledHost host, Secret token) {
        return database.write(() -> {
            int used = database.update(
                    "DELETE FROM invitation WHERE host = ? AND token = ?",
                    host.host().value(),
                    token.value());
            if (used == 1) {
                SqlHosts.insert(database, host);
            }
            return used == 1;
        });
    }
}
