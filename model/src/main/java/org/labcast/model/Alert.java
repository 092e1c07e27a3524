package org.labcast.model;

import java.time.Instant;

/**
 * A host refused a message that no trusted administrator answers for: somebody forged, altered or redirected something.
 *
 * @param id random name of the alert
 * @param digest SHA-256 of the refused payload, lower-case hexadecimal
 */
public record Alert(
        Realm realm, HostName host, OrderId id, Instant at, Refusal reason, String explanation, String digest)
        implements HostMessage {}
