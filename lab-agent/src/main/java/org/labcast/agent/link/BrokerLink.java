package org.labcast.agent.link;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.labcast.agent.core.AgentException;
import org.labcast.agent.core.HostIdentity;
import org.labcast.agent.outbox.BrokerSender;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.BusException;
import org.labcast.transport.jms.DurableSender;
import org.labcast.transport.jms.Endpoint;
import org.labcast.transport.jms.HostInbox;
import org.labcast.transport.jms.Receiver;

/** Keeps this host connected: takes in what waits on the broker, listens, and begins anew when the connection is lost. */
public final class BrokerLink {
    /** A connection of our own that a kill -9 left behind is gone from the broker before this is over. */
    private static final Duration STALE = Duration.ofSeconds(60);

    private final Endpoint endpoint;
    private final HostIdentity identity;
    private final Receiver intake;
    private final BrokerSender broker;
    private final LinkListener listener;
    private final Clock clock;
    private final Backoff backoff =
            new Backoff(() -> ThreadLocalRandom.current().nextDouble());
    private String told = "";
    private @Nullable Instant inUseSince;

    public BrokerLink(
            Endpoint endpoint,
            HostIdentity identity,
            Receiver intake,
            BrokerSender broker,
            LinkListener listener,
            Clock clock) {
        this.endpoint = endpoint;
        this.identity = identity;
        this.intake = intake;
        this.broker = broker;
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * Returns when the agent is to stop.
     *
     * @throws AgentException when another agent holds this host's queues and does not let go of them
     */
    public void run(CompletableFuture<Void> stop) {
        while (!stop.isDone()) {
            boolean refused = false;
            try {
                connect(stop);
            } catch (BusException e) {
                failed(e);
                refused = e.fault() == BusException.Fault.CREDENTIALS;
            } finally {
                broker.shut();
            }
            pause(stop, refused ? backoff.nextOfRefused() : backoff.next());
        }
    }

    private void connect(CompletableFuture<Void> stop) {
        try (BusConnection connection = BusConnection.open(endpoint);
                HostInbox inbox = inbox(connection);
                DurableSender sender = new DurableSender(connection)) {
            CompletableFuture<BusException> broken = broker.open(sender::post);
            inbox.drain(intake);
            inbox.listen(intake);
            inUseSince = null;
            told = "";
            backoff.reset();
            try (LinkListener.Guest guest = listener.connected(connection)) {
                CompletableFuture.anyOf(stop, connection.lost(), broken).join();
                if (stop.isDone()) {
                    listener.closing();
                } else {
                    throw connection.lost().getNow(broken.getNow(lost()));
                }
            }
        }
    }

    private HostInbox inbox(BusConnection connection) {
        try {
            return HostInbox.open(connection, identity.host(), identity.groups());
        } catch (BusException e) {
            if (e.fault() == BusException.Fault.IN_USE && isShutOut(clock.instant())) {
                listener.shutOut(connection);
            }
            throw e;
        }
    }

    private boolean isShutOut(Instant now) {
        Instant since = inUseSince;
        return since != null && Duration.between(since, now).compareTo(STALE) > 0;
    }

    private static BusException lost() {
        return new BusException(BusException.Fault.LOST, "The connection to the broker was lost.");
    }

    private void failed(BusException e) {
        if (e.fault() == BusException.Fault.IN_USE) {
            Instant now = clock.instant();
            inUseSince = inUseSince == null ? now : inUseSince;
            if (isShutOut(now)) {
                throw new AgentException("Another agent is connected to the broker as " + identity.host()
                        + " and stays so: stop it, or give this host a name and an invitation of its own.");
            }
        }
        if (!e.getMessage().equals(told)) {
            told = e.getMessage();
            listener.disconnected(
                    e.fault() == BusException.Fault.CREDENTIALS
                            ? told + " If this host was removed from the lab, stop the agent; a new invitation lets it"
                                    + " join again."
                            : told);
        }
    }

    private static void pause(CompletableFuture<Void> stop, Duration time) {
        try {
            stop.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // time to try again
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("nothing but the agent's own stop ends its waiting", e);
        }
    }
}
