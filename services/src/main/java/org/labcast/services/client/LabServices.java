package org.labcast.services.client;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.labcast.model.Bytes;
import org.labcast.model.HostName;
import org.labcast.model.OutputStreamName;
import org.labcast.model.Realm;
import org.labcast.model.service.ServiceEntry;
import org.labcast.transport.jms.Browser;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.Courier;
import org.labcast.transport.jms.Endpoint;
import org.labcast.transport.jms.Mailbox;
import org.labcast.transport.pgp.Signer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The services of a lab over one connection to its broker. Calls and streams run side by side; each thread that calls
 * waits for its own. When the connection breaks, what is under way fails, and this is of no more use: open another one.
 */
public final class LabServices implements ServiceBus {
    /** How often an idempotent call is made, all in all. */
    private static final int TRIES = 3;

    private static final long PARTING_SECONDS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(LabServices.class);

    private final Patience patience;
    private final BusConnection connection;
    private final Authenticity authenticity;
    private final Listing listing;
    private final Recent recent;
    private final Courier courier;
    private final Mailbox replies;
    private final Switchboard switchboard;
    private final ExecutorService sender = Executors.newSingleThreadExecutor(LabServices::daemon);
    private final Clockwork clockwork;

    /**
     * Connects.
     *
     * @param signer the caller's key, by which hosts know who calls
     * @param certificates keys of the hosts that are believed
     * @param clock only to refuse list entries of more than ten minutes ago, and signatures from the future
     */
    public static LabServices open(
            Endpoint endpoint, Realm realm, Signer signer, HostCertificates certificates, Clock clock) {
        return open(endpoint, signer, new Authenticity(realm, certificates, clock), Patience.USUAL, System::nanoTime);
    }

    static LabServices open(
            Endpoint endpoint, Signer signer, Authenticity authenticity, Patience patience, LongSupplier ticker) {
        BusConnection connection = BusConnection.open(endpoint);
        try {
            LabServices services = new LabServices(connection, endpoint.user(), signer, authenticity, patience, ticker);
            services.start();
            return services;
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private LabServices(
            BusConnection connection,
            String user,
            Signer signer,
            Authenticity authenticity,
            Patience patience,
            LongSupplier ticker) {
        this.connection = connection;
        this.patience = patience;
        this.authenticity = authenticity;
        this.listing = new Listing(new Browser(connection), authenticity);
        this.recent = new Recent(listing, patience.lookup(), ticker);
        this.clockwork = new Clockwork(ticker, patience.beat());
        this.courier = new Courier(connection);
        this.replies = Mailbox.forReplies(connection, user);
        Requests requests = new Requests(authenticity.realm(), signer, courier, sender);
        this.switchboard = new Switchboard(authenticity, requests, replies.address(), patience);
    }

    private void start() {
        clockwork.start(this::beat);
        replies.listen(switchboard::heard);
    }

    private void beat(Duration elapsed) {
        switchboard.tick(elapsed);
        Optional.ofNullable(connection.lost().getNow(null)).ifPresent(switchboard::lost);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "services-send");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public List<ServiceEntry> find(Lookup lookup) {
        return listing.find(lookup);
    }

    /** Tells what changes among these entries; look about every second. */
    public ServiceWatch watch(Lookup lookup) {
        return new ServiceWatch(() -> find(lookup));
    }

    @Override
    public CallResult call(CallRequest request) {
        Set<HostName> lost = new TreeSet<>();
        for (int tries = 1; ; tries++) {
            Collected collected = new Collected();
            try {
                return collected.result(call(request, collected, lost));
            } catch (ProviderLostException e) {
                if (!request.idempotent() || tries == TRIES || !hasOther(request, lost)) {
                    throw e;
                }
                LOG.info("{} Another host is asked.", e.getMessage());
            }
        }
    }

    private boolean hasOther(CallRequest request, Set<HostName> lost) {
        return request.host().isEmpty()
                && recent.anew(request.port()).stream().anyMatch(entry -> !lost.contains(entry.host()));
    }

    /**
     * As {@link #call(CallRequest)}, but hands the output over as it comes, and is not tried elsewhere: a part of it may
     * have been handed over.
     */
    public Conclusion call(CallRequest request, OutputTaker output) {
        return call(request, output, new TreeSet<>());
    }

    /** @param lost hosts that are not to be asked; the host is added when it is lost */
    private Conclusion call(CallRequest request, OutputTaker output, Set<HostName> lost) {
        Offers offers = new Offers(request, false, recent);
        Conversation conversation = begun(request, offers, Set.copyOf(lost));
        try {
            Tail errors = new Tail();
            for (Optional<Chunk> chunk = conversation.next(); chunk.isPresent(); chunk = conversation.next()) {
                Bytes content = chunk.get().content();
                output.take(chunk.get().stream(), content);
                if (chunk.get().stream() == OutputStreamName.ERR) {
                    errors.add(content);
                }
            }
            HostName host = conversation.host().orElseThrow();
            return Endings.conclusion(
                    request.port(),
                    conversation
                            .ended()
                            .orElseThrow(() -> new CallCancelledException(request.port() + " on " + host
                                    + " was called off, since the connection was closed.")),
                    offers.returnsExitCode(host),
                    errors.text());
        } catch (ProviderLostException e) {
            conversation.host().ifPresent(lost::add);
            throw e;
        } catch (InterruptedException e) {
            throw interrupted(request);
        } finally {
            switchboard.over(conversation);
        }
    }

    @Override
    public ServiceStream open(CallRequest request) {
        return open(request, errors -> {});
    }

    /** @param errors takes what the tool writes to standard error, in the thread that reads the stream */
    public ServiceStream open(CallRequest request, Consumer<Bytes> errors) {
        Conversation conversation = begun(request, new Offers(request, true, recent), Set.of());
        return new LabStream(request.port(), conversation, errors, () -> switchboard.over(conversation));
    }

    private Conversation begun(CallRequest request, Offers offers, Set<HostName> without) {
        try {
            Conversation conversation = new Asking(request, offers, switchboard, patience, without).ask();
            conversation.begin();
            return conversation;
        } catch (InterruptedException e) {
            throw interrupted(request);
        }
    }

    private static CallCancelledException interrupted(CallRequest request) {
        Thread.currentThread().interrupt();
        return new CallCancelledException("The caller of " + request.port() + " was interrupted; it was called off.");
    }

    /** How many messages were not believed: from unknown hosts, badly signed, of another realm. */
    public long refused() {
        return authenticity.refused();
    }

    @Override
    public synchronized void close() {
        if (sender.isShutdown()) {
            return;
        }
        switchboard.callOffAll();
        clockwork.close();
        sender.shutdown();
        try {
            if (!sender.awaitTermination(PARTING_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the broker does not take the last words; hosts end their calls in some seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        replies.close();
        courier.close();
        connection.close();
    }
}
