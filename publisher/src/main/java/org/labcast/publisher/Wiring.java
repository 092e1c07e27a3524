package org.labcast.publisher;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.labcast.broker.Provisioning;
import org.labcast.model.HomeMark;
import org.labcast.model.LabcastException;
import org.labcast.model.OrderId;
import org.labcast.model.PublisherName;
import org.labcast.publisher.collect.CollectingTurn;
import org.labcast.publisher.collect.Collector;
import org.labcast.publisher.collect.EnrolledHosts;
import org.labcast.publisher.collect.HomeMarks;
import org.labcast.publisher.dispatch.Dispatcher;
import org.labcast.publisher.dispatch.ReplyAddress;
import org.labcast.publisher.home.PrivateFiles;
import org.labcast.publisher.home.PublisherConfig;
import org.labcast.publisher.home.PublisherHome;
import org.labcast.publisher.report.JobReader;
import org.labcast.publisher.store.HomeKey;
import org.labcast.publisher.store.Store;
import org.labcast.publisher.terminal.Terminal;
import org.labcast.services.client.LabServices;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.DurableSender;
import org.labcast.transport.jms.Endpoint;
import org.labcast.transport.pgp.Signer;

/**
 * The publisher's objects and how they hang together; each is made when a command first needs it.
 *
 * <p>Several commands may share those of one wiring, each by a {@link #borrowed} one.
 */
public final class Wiring implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 4;

    private final PublisherHome home;
    private final PublisherConfig config;
    private final Clock clock;
    private final Deque<AutoCloseable> open = new ConcurrentLinkedDeque<>();
    private final Optional<Loan> loan;

    private final Once<Store> store = new Once<>();
    private final Once<BusConnection> connection = new Once<>();
    private final Once<Signer> signer = new Once<>();
    private final Once<DurableSender> sender = new Once<>();
    private final Once<Collector> collector = new Once<>();
    private final Once<List<HomeMark>> otherHomes = new Once<>();

    /** Made when it is first asked for, by whichever thread that is; one that cannot be made is tried again. */
    private static final class Once<T> {
        private @Nullable T made;

        synchronized T get(Supplier<T> maker) {
            if (made == null) {
                made = maker.get();
            }
            return made;
        }

        synchronized boolean isMade() {
            return made != null;
        }
    }

    /** From which wiring the objects are, and for which terminal. */
    private record Loan(Wiring lender, Terminal terminal, Runnable givenBack) {}

    public static Wiring of(PublisherHome home) {
        return new Wiring(home, Clock.systemUTC());
    }

    public Wiring(PublisherHome home, Clock clock) {
        this(home, home.config(), clock, Optional.empty());
        PrivateFiles.createFolder(home.folder()); // it exists, and may be open to others
    }

    private Wiring(PublisherHome home, PublisherConfig config, Clock clock, Optional<Loan> loan) {
        this.home = home;
        this.config = config;
        this.clock = clock;
        this.loan = loan;
    }

    /**
     * The same objects for one command; closing it leaves them open.
     *
     * @param givenBack run when it is closed
     */
    public Wiring borrowed(Terminal terminal, Runnable givenBack) {
        return new Wiring(home, config, clock, Optional.of(new Loan(this, terminal, givenBack)));
    }

    /** Whether the connection was lost; all that hangs on it is then of no more use. */
    public boolean isLost() {
        return connection.isMade() && connection().lost().isDone();
    }

    /** Lets another process collect from now on; what it takes in is seen in the store. */
    public void handOver() {
        if (collector.isMade()) {
            collector().handOver();
        }
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

    public Store store() {
        return store.get(() -> loan.map(from -> from.lender().store()).orElseGet(this::openStore));
    }

    private Store openStore() {
        return closing(Store.open(home.store(), clock));
    }

    public Signer signer() {
        return signer.get(() -> loan.map(from -> from.lender().signer()).orElseGet(home::signer));
    }

    public BusConnection connection() {
        return connection.get(() -> loan.map(this::borrowedConnection)
                .orElseGet(() -> noticed(System.err, () -> closing(BusConnection.open(endpoint(config.brokerUrl()))))));
    }

    private BusConnection borrowedConnection(Loan from) {
        PrintStream err = new PrintStream(from.terminal().streams().err(), true, StandardCharsets.UTF_8);
        return noticed(err, from.lender()::connection);
    }

    /** A broker that hangs is told at once; it gets some more time, since a busy one is slow to let anybody in. */
    private BusConnection noticed(PrintStream err, Supplier<BusConnection> opened) {
        CompletableFuture<Void> notice = CompletableFuture.runAsync(
                () -> err.println("publisher: the broker at " + config.brokerUrl() + " has not answered for "
                        + PATIENCE_SECONDS + " s; is it stopped? Waiting a little longer."),
                CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        try {
            return opened.get();
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

    /** @throws LabcastException when the person has stopped the command: nothing more is posted then */
    public Dispatcher dispatcher() {
        if (loan.filter(from -> from.terminal().cancellation().isRequested()).isPresent()) {
            throw new LabcastException("stopped: nothing more is posted");
        }
        otherHomes();
        ReplyAddress replies =
                new ReplyAddress(homeMarks(store()).replyName(), homeKey().certificate());
        return new Dispatcher(config, store().orders(), signer(), sender(), replies, clock);
    }

    private DurableSender sender() {
        return sender.get(() ->
                loan.map(from -> from.lender().sender()).orElseGet(() -> closing(new DurableSender(connection()))));
    }

    /** Its store is its own, since it works in threads of its own. */
    public Collector collector() {
        return collector.get(
                () -> loan.map(from -> from.lender().collector()).orElseGet(() -> closing(newCollector())));
    }

    private Collector newCollector() {
        Store own = openStore();
        List<PublisherName> others =
                otherHomes().stream().map(HomeMark::replyName).toList();
        Collector.Home here =
                new Collector.Home(homeMarks(own).replyName(), own.homes().key(home.place()), others);
        Collector.Administrator self =
                new Collector.Administrator(config.name(), this::signer, home.trustedAdministrators(), here);
        CollectingTurn turn = new CollectingTurn(home.collectingTurn());
        return new Collector(config.realm(), connection(), own, self, turn, clock);
    }

    /** What this administrator's homes leave on the broker. */
    public HomeMarks homeMarks() {
        return homeMarks(store());
    }

    private HomeMarks homeMarks(Store of) {
        return new HomeMarks(config.realm(), config.name(), of.homes(), home.shownPlace(), clock);
    }

    /** Says once a command that this home is in use, before anything is asked for or collected. */
    private List<HomeMark> otherHomes() {
        return otherHomes.get(() -> homeMarks().announce(connection()));
    }

    /** By which hosts know this home. */
    public HomeKey homeKey() {
        return store().homes().key(home.place());
    }

    public Provisioning provisioning() {
        return closing(new Provisioning(connection()));
    }

    /**
     * The services that hosts offer. What hosts said of themselves before is taken in first. Its store and connection are its
     * own, since it asks in threads of its own.
     */
    public LabServices services() {
        collector().drain();
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

    /** Closes what was made here, the last first. */
    @Override
    public void close() {
        if (loan.isPresent() && collector.isMade()) {
            collector().giveReceipts();
        }
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                // All that matters was confirmed before; a connection that breaks while it closes is closed.
                org.slf4j.LoggerFactory.getLogger(Wiring.class).debug("closing failed", e);
            }
        }
        loan.ifPresent(from -> from.givenBack().run());
    }
}
