package org.labcast.services.client.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.labcast.model.Bytes;
import org.labcast.model.HostName;
import org.labcast.model.Realm;
import org.labcast.services.client.HostCertificates;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.MalformedMessageException;
import org.labcast.transport.pgp.Certificate;
import org.labcast.transport.pgp.SignaturePolicy;
import org.labcast.transport.pgp.SignatureVerifier;
import org.labcast.transport.pgp.TrustStore;
import org.labcast.transport.pgp.Verification;
import org.labcast.transport.pgp.Verified;

/** Whether a host said what it seems to have said. */
public final class ReplyVerifier {
    private final Realm realm;
    private final HostCertificates certificates;
    private final Clock clock;
    private final SignatureVerifier verifier;
    private final Map<HostName, Certificate> known = new ConcurrentHashMap<>();
    private final AtomicLong refused = new AtomicLong();

    public ReplyVerifier(Realm realm, HostCertificates certificates, Clock clock) {
        this.realm = realm;
        this.certificates = certificates;
        this.clock = clock;
        this.verifier = SignatureVerifier.ofAnyClock(clock, SignaturePolicy.standard());
    }

    public Realm realm() {
        return realm;
    }

    /** By the caller's clock. */
    Instant now() {
        return clock.instant();
    }

    /** What a message seems to say, to learn whose key must have signed it; not to be believed. */
    <T> Optional<T> claim(SignedMessage message, Function<Bytes, T> reader) {
        try {
            return Optional.of(reader.apply(message.payload()));
        } catch (MalformedMessageException e) {
            refused.incrementAndGet();
            return Optional.empty();
        }
    }

    /**
     * The claim, when it is of this realm and signed by the host that it names.
     *
     * @param claim what {@link #claim} read from this message
     */
    <T> Optional<Verified<T>> verified(SignedMessage message, T claim, Realm itsRealm, HostName host) {
        Optional<Verified<T>> verified = itsRealm.equals(realm)
                ? signed(message, host).map(bytes -> bytes.map(same -> claim))
                : Optional.empty();
        if (verified.isEmpty()) {
            refused.incrementAndGet();
        }
        return verified;
    }

    /** How many messages were not believed so far. */
    public long refused() {
        return refused.get();
    }

    private Optional<Verified<Bytes>> signed(SignedMessage message, HostName host) {
        Certificate before = known.get(host);
        Optional<Verified<Bytes>> verified = Optional.ofNullable(before).flatMap(key -> signed(message, key));
        if (verified.isPresent()) {
            return verified;
        }
        // A host that has joined anew has another key.
        Optional<Certificate> now = certificates.of(host).filter(key -> !same(key, before));
        now.ifPresent(key -> known.put(host, key));
        return now.flatMap(key -> signed(message, key));
    }

    private static boolean same(Certificate key, @Nullable Certificate before) {
        return before != null && before.fingerprint().equals(key.fingerprint());
    }

    private Optional<Verified<Bytes>> signed(SignedMessage message, Certificate key) {
        Verification verification =
                verifier.verify(message.payload(), message.signature(), TrustStore.of(List.of(key)));
        return verification instanceof Verification.Accepted accepted
                ? Optional.of(accepted.payload())
                : Optional.empty();
    }
}
