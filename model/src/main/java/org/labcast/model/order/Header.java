package org.labcast.model.order;

import java.time.Instant;
import java.util.Optional;
import org.labcast.model.Bytes;
import org.labcast.model.Fingerprint;
import org.labcast.model.InvalidValueException;
import org.labcast.model.OrderId;
import org.labcast.model.PublisherName;
import org.labcast.model.Realm;

/**
 * What every order says of itself, all of it signed.
 *
 * @param signer primary key of the administrator who signs; must be the key that verifies
 * @param epoch  number of the publisher's store in which {@code sequence} counts; a new store takes a new one
 * @param sequence counts this key's orders within the epoch, from 1; a host takes each number once
 * @param created when it was written, by the publisher's clock
 * @param notBefore a host holds the order until then
 * @param expires a host refuses the order from then on
 * @param replyTo whose result queue is to be answered
 * @param receipts the certificate, in its binary form, of the key that signs receipts for the results; empty when the
 *     publisher gives none
 */
public record Header(
        Realm realm,
        OrderId id,
        Fingerprint signer,
        long epoch,
        long sequence,
        Instant created,
        Instant notBefore,
        Instant expires,
        Target target,
        PublisherName replyTo,
        Optional<Bytes> receipts) {
    public Header {
        if (epoch < 1 || sequence < 1) {
            throw new InvalidValueException("epoch and sequence of an order count from 1");
        }
        if (!expires.isAfter(notBefore)) {
            throw new InvalidValueException("an order must expire after it becomes valid");
        }
    }

    /** An order whose results get no receipts. */
    public Header(
            Realm realm,
            OrderId id,
            Fingerprint signer,
            long epoch,
            long sequence,
            Instant created,
            Instant notBefore,
            Instant expires,
            Target target,
            PublisherName replyTo) {
        this(realm, id, signer, epoch, sequence, created, notBefore, expires, target, replyTo, Optional.empty());
    }
}
