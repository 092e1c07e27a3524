package org.labcast.agent.service;

import java.util.function.Consumer;
import org.labcast.transport.jms.BusException;
import org.labcast.transport.jms.Incoming;
import org.labcast.transport.jms.WorkQueueConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the calls of one port off the broker, one by one and only while a slot is free. */
final class PortConsumer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PortConsumer.class);

    private final WorkQueueConsumer queue;
    private final Slots slots;
    private final Consumer<Incoming> taker;
    private final Thread thread;
    private volatile boolean closed;

    /**
     * Begins at once.
     *
     * @param taker deals with what came; what it throws ends the lane
     */
    PortConsumer(Offer offer, WorkQueueConsumer queue, Consumer<Incoming> taker) {
        this.queue = queue;
        this.slots = offer.slots();
        this.taker = taker;
        this.thread = new Thread(this::run, "calls of " + offer.name());
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            slots.awaitFree(() -> closed);
            while (!closed && take()) {
                slots.awaitFree(() -> closed);
            }
        } catch (BusException e) {
            LOG.debug("calls are no longer taken: {}", e.getMessage());
        }
    }

    /** @return whether there may be more */
    private boolean take() {
        return queue.take()
                .map(incoming -> {
                    taker.accept(incoming);
                    return true;
                })
                .orElse(false);
    }

    boolean isOpen() {
        return thread.isAlive();
    }

    @Override
    public void close() {
        closed = true;
        slots.wake();
        queue.close();
    }
}
