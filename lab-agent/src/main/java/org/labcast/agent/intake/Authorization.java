package org.labcast.agent.intake;

import org.labcast.model.order.Header;
import org.labcast.model.order.Order;
import org.labcast.model.result.Refusal;
import org.labcast.transport.pgp.Verified;

/** What the gate thinks of a message. */
public sealed interface Authorization {
    /** A trusted administrator wants this of this host now. */
    record Passed(Verified<Order> order) implements Authorization {}

    /** A trusted administrator of this realm wrote it, and yet it is not to be done; the administrator is told. */
    record Declined(Header header, String digest, Refusal reason, String explanation) implements Authorization {}

    /**
     * Nobody we trust answers for it.
     *
     * @param digest SHA-256 of the payload, which is not looked at any further
     */
    record Suspect(String digest, Refusal reason, String explanation) implements Authorization {}
}
