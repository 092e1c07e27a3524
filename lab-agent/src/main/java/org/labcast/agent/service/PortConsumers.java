package org.labcast.agent.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.labcast.model.service.PortName;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.Incoming;
import org.labcast.transport.jms.WorkQueueConsumer;

/** A lane for each port that is offered, on one connection. */
final class PortConsumers implements AutoCloseable {
    private final BusConnection connection;
    private final Retries retries;
    private final BiConsumer<Incoming, PortName> taker;
    private final Map<Offer, PortConsumer> consumers = new HashMap<>();
    private boolean closed;

    /** @param taker deals with what came for a port; what it throws ends the lane */
    PortConsumers(BusConnection connection, Retries retries, BiConsumer<Incoming, PortName> taker) {
        this.connection = connection;
        this.retries = retries;
        this.taker = taker;
    }

    /**
     * Opens lanes for what is offered anew, and anew those that broke, and closes those of what is offered no longer.
     *
     * @return those that have a lane
     */
    synchronized List<Offer> follow(List<Offer> offers) {
        consumers.entrySet().removeIf(entry -> {
            boolean useless =
                    !offers.contains(entry.getKey()) || !entry.getValue().isOpen();
            if (useless) {
                entry.getValue().close();
            }
            return useless;
        });
        offers.stream()
                .filter(offer -> !closed && !consumers.containsKey(offer))
                .forEach(this::open);
        return offers.stream().filter(consumers::containsKey).toList();
    }

    private void open(Offer offer) {
        PortName port = offer.name();
        retries.open(area(offer), () -> WorkQueueConsumer.open(connection, port))
                .ifPresent(queue ->
                        consumers.put(offer, new PortConsumer(offer, queue, incoming -> taker.accept(incoming, port))));
    }

    /** What the calls of a port are called in complaints. */
    static String area(Offer offer) {
        return "calls of " + offer.name();
    }

    @Override
    public synchronized void close() {
        closed = true;
        consumers.values().forEach(PortConsumer::close);
    }
}
