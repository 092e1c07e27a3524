package org.labcast.publisher.store;

import java.util.Optional;
import java.util.SortedSet;
import org.labcast.model.GroupName;
import org.labcast.model.HostName;
import org.labcast.model.Secret;

final class SqlInvitations implements Invitations {
    private final Database database;

    SqlInvitations(Database database) {
        this.database = database;
    }

    @Override
    public void invite(HostName host, Secret token, SortedSet<GroupName> groups) {
        database.write(() -> database.update(
                "INSERT OR REPLACE INTO invitation (host, token, groups) VALUES (?, ?, ?)",
                host.value(),
                token.value(),
                Groups.write(groups)));
    }

    @Override
    public Optional<Invited> find(HostName host) {
        return database.first(
                "SELECT token, groups FROM invitation WHERE host = ?",
                row -> new Invited(host, new Secret(row.getString("token")), Groups.parse(row.getString("groups"))),
                host.value());
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
