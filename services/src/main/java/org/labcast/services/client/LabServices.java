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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
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
    private final Caller caller;
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

    /**
     * Connects as a host, which may not see the list of what is offered: whoever has seen an entry there could put another
     * one in its place. It asks without knowing who will answer.
     */
    public static LabServices openAsHost(
            Endpoint endpoint, Realm realm, Signer signer, HostCertificates certificates, Clock clock) {
        boolean seesList = false;
        return open(
                endpoint,
                new Caller(endpoint.user(), signer, seesList),
                new Authenticity(realm, certificates, clock),
                Patience.USUAL,
                System::nanoTime);
    }

    static LabServices open(
            Endpoint endpoint, Signer signer, Authenticity authenticity, Patience patience, LongSupplier ticker) {
        boolean seesList = true;
        return open(endpoint, new Caller(endpoint.user(), signer, seesList), authenticity, patience, ticker);
    }

    static LabServices open(
            Endpoint endpoint, Caller caller, Authenticity authenticity, Patience patience, LongSupplier ticker) {
        BusConnection connection = BusConnection.open(endpoint);
        try {
            LabServices services = new LabServices(connection, caller, authenticity, patience, ticker);
            services.start();
            return services;
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Who calls.
     *
     * @param user on the broker
     * @param seesList whether the broker lets this user see what is offered
     */
    record Caller(String user, Signer signer, boolean seesList) {}

    private LabServices(
            BusConnection connection,
            Caller caller,
            Authenticity authenticity,
            Patience patience,
            LongSupplier ticker) {
        this.connection = connection;
        this.caller = caller;
        this.patience = patience;
        this.authenticity = authenticity;
        this.listing = new Listing(new Browser(connection), authenticity);
        this.recent = new Recent(listing, patience.lookup(), ticker);
        this.clockwork = new Clockwork(ticker, patience.beat());
        this.courier = new Courier(connection);
        this.replies = Mailbox.forReplies(connection, caller.user());
        Requests requests = new Requests(authenticity.realm(), caller.signer(), courier, sender);
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
        Collected collected = new Collected();
        return collected.result(call(request, collected, collected::forget));
    }

    /**
     * As {@link #call(CallRequest)}, but hands the output over as it comes. It is not tried elsewhere when a part of its
     * output was handed over.
     */
    public Conclusion call(CallRequest request, OutputTaker output) {
        AtomicBoolean begun = new AtomicBoolean();
        return call(
                request,
                (stream, content) -> {
                    begun.set(true);
                    output.take(stream, content);
                },
                () -> !begun.get());
    }

    /** @param afresh whether the output of another try can take the place of what there is */
    private Conclusion call(CallRequest request, OutputTaker output, BooleanSupplier afresh) {
        Set<HostName> lost = new TreeSet<>();
        Optional<ServiceException> before = Optional.empty();
        for (int tries = 1; ; tries++) {
            Seeking seeking = seeking(request, false, lost);
            try {
                return once(request, seeking, output, lost);
            } catch (ProviderLostException e) {
                if (tries == TRIES || !seeking.mayGoElsewhere(lost) || !afresh.getAsBoolean()) {
                    throw e;
                }
                before = Optional.of(e);
                LOG.info("{} Another host is asked.", e.getMessage());
            } catch (NoProviderException | BusyException | NotAllowedException e) {
                // That the others have gone, too, is not what matters: the first may have done it.
                throw before.orElse(e);
            }
        }
    }

    /** @param lost hosts to which the host is added when it is lost */
    private Conclusion once(CallRequest request, Seeking seeking, OutputTaker output, Set<HostName> lost) {
        Conversation conversation = begun(request, seeking);
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
                    seeking.returnsExitCode(host),
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
        Conversation conversation = begun(request, seeking(request, true, Set.of()));
        return new LabStream(request.port(), conversation, errors, () -> switchboard.over(conversation));
    }

    /** @param without hosts that are not to be asked */
    private Seeking seeking(CallRequest request, boolean stream, Set<HostName> without) {
        return caller.seesList()
                ? new Asking(request, new Offers(request, stream, recent), switchboard, patience, Set.copyOf(without))
                : new BlindAsking(request, switchboard, patience);
    }

    private Conversation begun(CallRequest request, Seeking seeking) {
        try {
            Conversation conversation = seeking.ask();
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
