package org.labcast.publisher.store;

import java.util.Optional;
import org.labcast.model.Bytes;
import org.labcast.model.Fingerprint;
import org.labcast.model.HostSet;
import org.labcast.model.OrderId;
import org.labcast.model.order.Order;
import org.labcast.publisher.taskfile.TaskSource;

/**
 * Orders on their way out. The way of an order: take a sequence number, sign, {@link #save}, post, {@link #markPosted};
 * one that was saved and not marked is shown as not known to be posted.
 */
public interface Orders {
    /** Names this store among all that the same key has used: the second at which it was made, since 1970. */
    long epoch();

    /** The next number of this key, from 1; never given twice, not even after a crash. */
    long nextSequence(Fingerprint signer);

    /**
     * Remembers an order before it is posted.
     *
     * @param payload the bytes that were signed
     * @param expected the hosts from which an answer is awaited
     */
    void save(Order order, Bytes payload, HostSet expected);

    /** Remembers with a saved job the text that it was made from. */
    void keep(OrderId job, TaskSource source);

    /** The bytes of an order of this store that were signed. */
    Optional<Bytes> payload(OrderId id);

    /** The order was surely not posted, so there is none. */
    void forget(OrderId id);

    /** The broker has confirmed the order. */
    void markPosted(OrderId id);
}
