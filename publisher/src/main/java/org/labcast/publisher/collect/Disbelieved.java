package org.labcast.publisher.collect;

import org.labcast.model.LabcastException;

/**
 * A message is not to be believed; says why. Only this makes a message count as refused: a fault of the store, the
 * broker or a key must leave it on the broker instead.
 */
final class Disbelieved extends LabcastException {
    Disbelieved(String reason) {
        super(reason);
    }
}
