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
import org.labcast.model.Realm;
import org.labcast.model.result.OutputStreamName;
import org.labcast.model.service.ServiceEntry;
import org.labcast.services.client.internal.CachedLookup;
import org.labcast.services.client.internal.CallDispatcher;
import org.labcast.services.client.internal.CallOutcomes;
import org.labcast.services.client.internal.CandidateProviders;
import org.labcast.services.client.internal.Chunk;
import org.labcast.services.client.internal.ClientCall;
import org.labcast.services.client.internal.LabStream;
import org.labcast.services.client.internal.ListedProviderSelector;
import org.labcast.services.client.internal.Listing;
import org.labcast.services.client.internal.OutputBuffer;
import org.labcast.services.client.internal.ProviderSelector;
import org.labcast.services.client.internal.ReplyVerifier;
import org.labcast.services.client.internal.RequestSender;
import org.labcast.services.client.internal.TailBuffer;
import org.labcast.services.client.internal.Ticker;
import org.labcast.services.client.internal.UnlistedProviderSelector;
import org.labcast.transport.jms.Browser;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.Endpoint;
import org.labcast.transport.jms.TransientConsumer;
import org.labcast.transport.jms.TransientSender;
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

    private final CallTimeouts timeouts;
    private final BusConnection connection;
    private final Caller caller;
    private final ReplyVerifier verifier;
    private final Listing listing;
    private final CachedLookup lookups;
    private final TransientSender transientSender;
    private final TransientConsumer replies;
    private final CallDispatcher dispatcher;
    private final ExecutorService sender = Executors.newSingleThreadExecutor(LabServices::daemon);
    private final Ticker clockwork;

    /**
     * Connects.
     *
     * @param signer the caller's key, by which hosts know who calls
     * @param certificates keys of the hosts that are believed
     * @param clock only to refuse list entries of more than ten minutes ago, and signatures from the future
     */
    public static LabServices open(
            Endpoint endpoint, Realm realm, Signer signer, HostCertificates certificates, Clock clock) {
        return open(
                endpoint, signer, new ReplyVerifier(realm, certificates, clock), CallTimeouts.USUAL, System::nanoTime);
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
                new ReplyVerifier(realm, certificates, clock),
                CallTimeouts.USUAL,
                System::nanoTime);
    }

    public static LabServices open(
            Endpoint endpoint, Signer signer, ReplyVerifier verifier, CallTimeouts timeouts, LongSupplier ticker) {
        boolean seesList = true;
        return open(endpoint, new Caller(endpoint.user(), signer, seesList), verifier, timeouts, ticker);
    }

    public static LabServices open(
            Endpoint endpoint, Caller caller, ReplyVerifier verifier, CallTimeouts timeouts, LongSupplier ticker) {
        BusConnection connection = BusConnection.open(endpoint);
        try {
            LabServices services = new LabServices(connection, caller, verifier, timeouts, ticker);
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
    public record Caller(String user, Signer signer, boolean seesList) {}

    private LabServices(
            BusConnection connection,
            Caller caller,
            ReplyVerifier verifier,
            CallTimeouts timeouts,
            LongSupplier ticker) {
        this.connection = connection;
        this.caller = caller;
        this.timeouts = timeouts;
        this.verifier = verifier;
        this.listing = new Listing(new Browser(connection), verifier);
        this.lookups = new CachedLookup(listing, timeouts.lookup(), ticker);
        this.clockwork = new Ticker(ticker, timeouts.beat());
        this.transientSender = new TransientSender(connection);
        this.replies = TransientConsumer.forReplies(connection, caller.user());
        RequestSender requests = new RequestSender(verifier.realm(), caller.signer(), transientSender, sender);
        this.dispatcher = new CallDispatcher(verifier, requests, replies.address(), timeouts);
    }

    private void start() {
        clockwork.start(this::beat);
        replies.listen(dispatcher::heard);
    }

    private void beat(Duration elapsed) {
        dispatcher.tick(elapsed);
        Optional.ofNullable(connection.lost().getNow(null)).ifPresent(dispatcher::lost);
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
        OutputBuffer buffer = new OutputBuffer();
        return buffer.result(call(request, buffer, buffer::forget));
    }

    /**
     * As {@link #call(CallRequest)}, but hands the output over as it comes. It is not tried elsewhere when a part of its
     * output was handed over.
     */
    public CallStatus call(CallRequest request, OutputTaker output) {
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
    private CallStatus call(CallRequest request, OutputTaker output, BooleanSupplier afresh) {
        Set<HostName> lost = new TreeSet<>();
        Optional<ServiceException> before = Optional.empty();
        for (int tries = 1; ; tries++) {
            ProviderSelector selector = selector(request, false, lost);
            try {
                return once(request, selector, output, lost);
            } catch (ProviderLostException e) {
                if (tries == TRIES || !selector.mayGoElsewhere(lost) || !afresh.getAsBoolean()) {
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
    private CallStatus once(CallRequest request, ProviderSelector selector, OutputTaker output, Set<HostName> lost) {
        ClientCall call = begun(request, selector);
        try {
            TailBuffer errors = new TailBuffer();
            for (Optional<Chunk> chunk = call.next(); chunk.isPresent(); chunk = call.next()) {
                Bytes content = chunk.get().content();
                output.take(chunk.get().stream(), content);
                if (chunk.get().stream() == OutputStreamName.ERR) {
                    errors.add(content);
                }
            }
            HostName host = call.host().orElseThrow();
            return CallOutcomes.status(
                    request.port(),
                    call.ended()
                            .orElseThrow(() -> new CallCancelledException(request.port() + " on " + host
                                    + " was called off, since the connection was closed.")),
                    selector.returnsExitCode(host),
                    errors.text());
        } catch (ProviderLostException e) {
            call.host().ifPresent(lost::add);
            throw e;
        } catch (InterruptedException e) {
            throw interrupted(request);
        } finally {
            dispatcher.over(call);
        }
    }

    @Override
    public ServiceStream open(CallRequest request) {
        return open(request, errors -> {});
    }

    /** @param errors takes what the tool writes to standard error, in the thread that reads the stream */
    public ServiceStream open(CallRequest request, Consumer<Bytes> errors) {
        ClientCall call = begun(request, selector(request, true, Set.of()));
        return new LabStream(request.port(), call, errors, () -> dispatcher.over(call));
    }

    /** @param without hosts that are not to be asked */
    private ProviderSelector selector(CallRequest request, boolean stream, Set<HostName> without) {
        return caller.seesList()
                ? new ListedProviderSelector(
                        request,
                        new CandidateProviders(request, stream, lookups),
                        dispatcher,
                        timeouts,
                        Set.copyOf(without))
                : new UnlistedProviderSelector(request, dispatcher, timeouts);
    }

    private ClientCall begun(CallRequest request, ProviderSelector selector) {
        try {
            ClientCall call = selector.ask();
            call.begin();
            return call;
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
        return verifier.refused();
    }

    @Override
    public synchronized void close() {
        if (sender.isShutdown()) {
            return;
        }
        dispatcher.callOffAll();
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
        transientSender.close();
        connection.close();
    }
}
