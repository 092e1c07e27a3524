package org.labcast.publisher.store;

import java.nio.file.Path;
import java.time.Clock;

/**
 * The publisher's memory: one SQLite file (mode 0600) that several publisher processes of one user, and several threads
 * of each, may use at a time.
 */
public final class Store implements AutoCloseable {
    private final Database database;
    private final Clock clock;

    private Store(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Opens the file, makes it when it is absent, and brings an older one up to date.
     *
     * @throws StoreException when the file cannot be used, or was written by a newer program
     */
    public static Store open(Path file, Clock clock) {
        Database database = Database.open(file);
        try {
            new SchemaMigration(database).migrate(clock);
        } catch (StoreException e) {
            database.close();
            throw e;
        }
        return new Store(database, clock);
    }

    public Orders orders() {
        return new SqlOrders(database);
    }

    public Jobs jobs() {
        return new SqlJobs(database);
    }

    public Results results() {
        return new SqlResults(database, clock);
    }

    public Alerts alerts() {
        return new SqlAlerts(database, clock);
    }

    public Hosts hosts() {
        return new SqlHosts(database, clock);
    }

    public Invitations invitations() {
        return new SqlInvitations(database);
    }

    public Homes homes() {
        return new Homes(database, clock);
    }

    public Quarantine quarantine() {
        return new Quarantine(database, clock);
    }

    /** Differs from its last value when this or another process has changed the store since; costs microseconds. */
    public long version() {
        return database.version();
    }

    @Override
    public void close() {
        database.close();
    }
}
