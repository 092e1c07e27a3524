package org.labcast.publisher.store;

import java.nio.file.Path;
import java.time.Clock;

/**
 * The publisher's memory: one SQLite file (mode 0600) that several publisher processes of one user may use at a time.
 * Not for use by several threads at once, except where a method says so.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Store implements AutoCloseable {
    private Store() {}

    /**
     * Opens the file, makes it when it is absent, and brings an older one up to date.
     *
     * @throws StoreException when the file cannot be used, or was written by a newer program
     */
    public static Store open(Path file, Clock clock) {
        throw new StoreException("not written yet: " + file + clock);
    }

    public Orders orders() {
        throw new StoreException("not written yet");
    }

    public Jobs jobs() {
        throw new StoreException("not written yet");
    }

    public Results results() {
        throw new StoreException("not written yet");
    }

    public Alerts alerts() {
        throw new StoreException("not written yet");
    }

    public Hosts hosts() {
        throw new StoreException("not written yet");
    }

    public Invitations invitations() {
        throw new StoreException("not written yet");
    }

    /** Differs from its last value when this or another process has changed the store since; costs microseconds. */
    public long version() {
        throw new StoreException("not written yet");
    }

    @Override
    public void close() {}
}
