package org.labcast.publisher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.labcast.broker.Provisioning;
import org.labcast.model.OrderId;
import org.labcast.publisher.collect.Collector;
import org.labcast.publisher.collect.EnrolledHosts;
import org.labcast.publisher.dispatch.Dispatcher;
import org.labcast.publisher.home.PrivateFiles;
import org.labcast.publisher.home.PublisherConfig;
import org.labcast.publisher.home.PublisherHome;
import org.labcast.publisher.report.JobReader;
import org.labcast.publisher.store.HomeKey;
import org.labcast.publisher.store.Store;
import org.labcast.services.client.LabServices;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.DurableSender;
import org.labcast.transport.jms.Endpoint;
import org.labcast.transport.pgp.Signer;

/** The publisher's objects and how they hang together; each is made when a command first needs it. */
public final class Wiring implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 4;

    private final PublisherHome home;
    private final PublisherConfig config;
    private final Clock clock;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    private @Nullable Store store;
    private @Nullable BusConnection connection;
    private @Nullable Signer signer;

    public static Wiring of(PublisherHome home) {
        return new Wiring(home, Clock.systemUTC());
    }

    public Wiring(PublisherHome home, Clock clock) {
        this.home = home;
        this.config = home.config();
        this.clock = clock;
        PrivateFiles.createFolder(home.folder()); // it exists, and may be open to others
    }

    public PublisherHome home() {
        return home;
    }

    public PublisherConfig config() {
        return config;
    }

    public Clock clock() {
        return clock;
    }

    /** The store as this thread uses it. */
    public Store store() {
        if (store == null) {
            store = openStore();
        }
        return store;
    }

    private Store openStore() {
        return closing(Store.open(home.store(), clock));
    }

    /** Synchronized, since a collector may ask for it in a thread of its own. */
    public synchronized Signer signer() {
        if (signer == null) {
            signer = home.signer();
        }
        return signer;
    }

    public BusConnection connection() {
        if (connection == null) {
            connection = closing(opened());
        }
        return connection;
    }

    /** A broker that hangs is told at once; it gets some more time, since a busy one is slow to let anybody in. */
    private BusConnection opened() {
        CompletableFuture<Void> notice = CompletableFuture.runAsync(
                () -> System.err.println("publisher: the broker at " + config.brokerUrl() + " has not answered for "
                        + PATIENCE_SECONDS + " s; is it stopped? Waiting a little longer."),
                CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        try {
            return BusConnection.open(endpoint(config.brokerUrl()));
        } finally {
            notice.cancel(false);
        }
    }

    /** This administrator's way to a broker. */
    public Endpoint endpoint(String url) {
        Path certificates = home.brokerCertificates();
        return new Endpoint(
                url,
                config.brokerUser(),
                home.password(),
                Files.exists(certificates) ? Optional.of(certificates) : Optional.empty());
    }

    public Dispatcher dispatcher() {
        DurableSender sender = closing(new DurableSender(connection()));
        return new Dispatcher(
                config, store().orders(), signer(), sender, homeKey().certificate(), clock);
    }

    /** A collector with a store of its own, since it may work in a thread of its own. */
    public Collector collector() {
        return closing(newCollector());
    }

    private Collector newCollector() {
        Store own = openStore();
        Collector.Administrator self = new Collector.Administrator(
                config.name(),
                this::signer,
                home.trustedAdministrators(),
                own.homes().key(home.place()));
        return new Collector(config.realm(), connection(), own, self, clock);
    }

    /** By which hosts know this home. */
    public HomeKey homeKey() {
        return store().homes().key(home.place());
    }

    public Provisioning provisioning() {
        return closing(new Provisioning(connection()));
    }

    /**
     * The services that hosts offer. What hosts said of themselves before is taken in first; later nothing is, so that
     * results wait for whoever wants them. Its store is its own, since it asks for keys in threads of its own.
     */
    public LabServices services() {
        try (Collector collector = newCollector()) {
            collector.drain();
        }
        EnrolledHosts keys = new EnrolledHosts(openStore().hosts());
        return LabServices.open(endpoint(config.brokerUrl()), config.realm(), signer(), keys, clock);
    }

    public JobReader reader(OrderId job) {
        return new JobReader(store(), clock, job);
    }

    private <T extends AutoCloseable> T closing(T resource) {
        open.push(resource);
        return resource;
    }

    /** Closes what was made, the last first. */
    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                // All that matters was confirmed before; a connection that breaks while it closes is closed.
                org.slf4j.LoggerFactory.getLogger(Wiring.class).debug("closing failed", e);
            }
        }
    }
}
