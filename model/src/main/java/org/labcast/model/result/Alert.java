package org.labcast.model.result;

import java.time.Instant;
import org.labcast.model.HostName;
import org.labcast.model.OrderId;
import org.labcast.model.Realm;

/**
 * A host refused a message that no trusted administrator answers for: somebody forged, altered or redirected something.
 *
 * @param id random name of the alert
 * @param digest SHA-256 of the refused payload, lower-case hexadecimal
 */
public record Alert(
        Realm realm, HostName host, OrderId id, Instant at, Refusal reason, String explanation, String digest)
        implements HostMessage {}
