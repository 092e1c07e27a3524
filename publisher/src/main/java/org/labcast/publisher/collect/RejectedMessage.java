package org.labcast.publisher.collect;

import org.labcast.model.LabcastException;

/**
 * A message is not to be believed; says why. Only this makes a message count as refused: a fault of the store, the
 * broker or a key must leave it on the broker instead.
 */
class RejectedMessage extends LabcastException {
    RejectedMessage(String reason) {
        super(reason);
    }

    /** No invitation of this home waits for the host; another home may have made it. */
    static final class NotInvited extends RejectedMessage {
        private static final long serialVersionUID = 1;

        NotInvited(String reason) {
            super(reason);
        }
    }

    /** For now: another key of the host may change it, which has not been collected, or not been made known. */
    static final class NotYet extends RejectedMessage {
        private static final long serialVersionUID = 1;

        private final String judgedBy;

        /** @param judgedBy fingerprint of the key that has not signed it; empty when there was none */
        NotYet(String reason, String judgedBy) {
            super(reason);
            this.judgedBy = judgedBy;
        }

        String judgedBy() {
            return judgedBy;
        }
    }
}
