package org.labcast.agent.service;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.labcast.agent.core.ChangeSignal;
import org.labcast.agent.link.LinkListener.Guest;
import org.labcast.model.HostName;
import org.labcast.model.service.PortName;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.DurableSender;
import org.labcast.transport.jms.Incoming;
import org.labcast.transport.jms.TransientConsumer;
import org.labcast.transport.jms.TransientSender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where callers are served over one connection: its queues, and the calls that came through them. */
final class ProviderSession implements Guest {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderSession.class);
    private static final String OWN = "calls for this host";

    private final BusConnection connection;
    private final HostName host;
    private final TransientSender sender;
    private final CallRegistry book;
    private final Retries retries;
    private final PortConsumers consumers;
    private final OfferPublisher publisher;
    private final Duration pause;
    private final ChangeSignal stop = new ChangeSignal();
    private volatile boolean closed;
    private Optional<TransientConsumer> consumer = Optional.empty();

    ProviderSession(BusConnection connection, CallRegistry.Staff staff, Clock clock) {
        this.connection = connection;
        this.host = staff.identity().host();
        this.sender = new TransientSender(connection);
        this.book = new CallRegistry(staff, sender::send);
        this.retries = new Retries(staff.timeouts().retry());
        this.consumers = new PortConsumers(connection, retries, this::take);
        this.publisher = new OfferPublisher(staff.me(), new DurableSender(connection)::post, clock);
        this.pause = staff.timeouts().beat();
        DaemonThreads.named("beat of calls").newThread(this::beat).start();
    }

    private void beat() {
        while (!closed) {
            book.beat();
            stop.await(0, pause);
        }
    }

    /**
     * Offers these ports, renewing the lease of each, and no others. One thread calls it.
     *
     * @return what cannot be offered, and why
     */
    Map<String, String> offer(List<Offer> offers) {
        retries.keep(Stream.concat(Stream.of(OWN), offers.stream().map(PortConsumers::area))
                .toList());
        if (!offers.isEmpty() && consumer.isEmpty()) {
            consumer = retries.open(OWN, this::listen);
        }
        // Without what callers say to this host alone no call could go ahead.
        publisher.renew(consumers.follow(consumer.isPresent() ? offers : List.of()));
        return retries.refusals();
    }

    private TransientConsumer listen() {
        TransientConsumer opened = TransientConsumer.ofHost(connection, host);
        opened.listen(this::take);
        return opened;
    }

    private void take(Incoming incoming) {
        try {
            book.take(incoming);
        } catch (RuntimeException e) {
            // Whatever it is, one message must not cost the host its connection.
            LOG.error("A message of a caller could not be dealt with.", e);
        }
    }

    private void take(Incoming incoming, PortName port) {
        if (!book.take(incoming, port) && incoming instanceof Incoming.Arrived arrived) {
            // A call that was pinned to this host took the last slot meanwhile; another host may have one.
            sender.send(Addresses.calls(port), arrived.message());
        }
    }

    /** Offers nothing any more, and returns when the calls under way have ended and their callers have been told. */
    void leave(Duration longest) {
        publisher.renew(List.of());
        close();
        book.awaitEnd(longest);
    }

    /** Takes no more calls and ends those under way; returns at once. The queues go with the connection. */
    @Override
    public void close() {
        consumers.close();
        closed = true;
        stop.ring();
        book.close();
    }
}
