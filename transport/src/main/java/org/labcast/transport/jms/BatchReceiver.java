package org.labcast.transport.jms;

import java.util.List;

/** Takes messages in batches, so that one commit of a store can stand for many of them. */
@FunctionalInterface
public interface BatchReceiver {
    /**
     * Takes a batch over, in order, never empty: when this returns, the broker is told to forget it. When this throws,
     * the batch stays on the broker and the inbox is of no more use. Never called by two threads at once.
     */
    void receive(List<Incoming> batch);
}
