package org.labcast.transport.json;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.Instant;
import java.util.Optional;
import org.labcast.model.Bytes;
import org.labcast.model.Fingerprint;
import org.labcast.model.OrderId;
import org.labcast.model.PublisherName;
import org.labcast.model.Realm;
import org.labcast.model.order.Header;
import org.labcast.model.order.Target;

/** How a {@link Header} looks in JSON: one of an order whose results get no receipts has no such field. */
abstract class HeaderFields {
    @JsonCreator
    HeaderFields(
            @JsonProperty("realm") Realm realm,
            @JsonProperty("id") OrderId id,
            @JsonProperty("signer") Fingerprint signer,
            @JsonProperty("epoch") long epoch,
            @JsonProperty("sequence") long sequence,
            @JsonProperty("created") Instant created,
            @JsonProperty("notBefore") Instant notBefore,
            @JsonProperty("expires") Instant expires,
            @JsonProperty("target") Target target,
            @JsonProperty("replyTo") PublisherName replyTo,
            @JsonProperty("receipts") @JacksonInject(value = Absent.OPTIONAL, useInput = OptBoolean.TRUE)
                    Optional<Bytes> receipts) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    abstract Optional<Bytes> receipts();
}
