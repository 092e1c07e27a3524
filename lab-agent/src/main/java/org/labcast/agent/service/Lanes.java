package org.labcast.agent.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.labcast.model.service.PortName;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.CallQueue;
import org.labcast.transport.jms.Incoming;

/** A lane for each port that is offered, on one connection. */
final class Lanes implements AutoCloseable {
    private final BusConnection connection;
    private final Retries retries;
    private final BiConsumer<Incoming, PortName> taker;
    private final Map<Offer, Lane> lanes = new HashMap<>();
    private boolean closed;

    /** @param taker deals with what came for a port; what it throws ends the lane */
    Lanes(BusConnection connection, Retries retries, BiConsumer<Incoming, PortName> taker) {
        this.connection = connection;
        this.retries = retries;
        this.taker = taker;
    }

    /** Opens lanes for what is offered anew, and anew those that broke, and closes those of what is offered no longer. */
    synchronized void follow(List<Offer> offers) {
        lanes.entrySet().removeIf(entry -> {
            boolean useless =
                    !offers.contains(entry.getKey()) || !entry.getValue().isOpen();
            if (useless) {
                entry.getValue().close();
            }
            return useless;
        });
        offers.stream().filter(offer -> !closed && !lanes.containsKey(offer)).forEach(this::open);
    }

    private void open(Offer offer) {
        PortName port = offer.name();
        retries.open("calls of " + port, () -> CallQueue.open(connection, port))
                .ifPresent(queue -> lanes.put(offer, new Lane(offer, queue, incoming -> taker.accept(incoming, port))));
    }

    @Override
    public synchronized void close() {
        closed = true;
        lanes.values().forEach(Lane::close);
    }
}
