package org.labcast.agent.service;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.labcast.agent.Trouble;
import org.labcast.agent.ledger.Bell;
import org.labcast.agent.link.LinkListener.Guest;
import org.labcast.model.HostName;
import org.labcast.model.service.PortName;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.Courier;
import org.labcast.transport.jms.Incoming;
import org.labcast.transport.jms.Mailbox;
import org.labcast.transport.jms.Poster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where callers are served over one connection: its queues, and the calls that came through them. */
final class CallDesk implements Guest {
    private static final Logger LOG = LoggerFactory.getLogger(CallDesk.class);

    private final BusConnection connection;
    private final HostName host;
    private final Courier courier;
    private final CallBook book;
    private final Retries retries;
    private final Lanes lanes;
    private final Leases leases;
    private final Duration pause;
    private final Bell stop = new Bell();
    private volatile boolean closed;
    private Optional<Mailbox> mailbox = Optional.empty();

    CallDesk(BusConnection connection, CallBook.Staff staff, Trouble trouble, Clock clock) {
        this.connection = connection;
        this.host = staff.self().host();
        this.courier = new Courier(connection);
        this.book = new CallBook(staff, courier::send);
        this.retries = new Retries(trouble, staff.pace().retry());
        this.lanes = new Lanes(connection, retries, this::take);
        this.leases = new Leases(staff.me(), new Poster(connection)::post, clock);
        this.pause = staff.pace().beat();
        Daemons.named("beat of calls").newThread(this::beat).start();
    }

    private void beat() {
        while (!closed) {
            book.beat();
            stop.await(0, pause);
        }
    }

    /** Offers these ports, renewing the lease of each, and no others. One thread calls it. */
    void offer(List<Offer> offers) {
        if (!offers.isEmpty() && mailbox.isEmpty()) {
            mailbox = retries.open("calls for " + host, this::listen);
        }
        // Without what callers say to this host alone no call could go ahead.
        List<Offer> served = mailbox.isPresent() ? offers : List.of();
        lanes.follow(served);
        leases.renew(served);
    }

    private Mailbox listen() {
        Mailbox opened = Mailbox.ofHost(connection, host);
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
            courier.send(Addresses.calls(port), arrived.message());
        }
    }

    /** Offers nothing any more, and returns when the calls under way have ended and their callers have been told. */
    void leave(Duration longest) {
        leases.renew(List.of());
        close();
        book.awaitEnd(longest);
    }

    /** Takes no more calls and ends those under way; returns at once. The queues go with the connection. */
    @Override
    public void close() {
        lanes.close();
        closed = true;
        stop.ring();
        book.close();
    }
}
