package org.labcast.transport.pgp;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.labcast.model.Bytes;
import org.labcast.model.Fingerprint;
import org.labcast.transport.pgp.Verification.Accepted;
import org.labcast.transport.pgp.Verification.Refused;

/** Decides whether a trusted key signed exactly these bytes. It never throws: what cannot be judged is refused. */
public final class SignatureVerifier {
    /** Creation, expiry, issuer's key id and fingerprint, signer's user id. */
    private static final Set<Integer> UNDERSTOOD = Set.of(
            Subpackets.CREATED,
            Subpackets.EXPIRES_AFTER,
            Subpackets.ISSUER_KEY_ID,
            Subpackets.ISSUER_FINGERPRINT,
            Subpackets.SIGNER_USER_ID);

    private final Clock clock;
    private final SignaturePolicy policy;
    private final boolean trustsClock;

    public SignatureVerifier(Clock clock, SignaturePolicy policy) {
        this(clock, policy, true);
    }

    private SignatureVerifier(Clock clock, SignaturePolicy policy, boolean trustsClock) {
        this.clock = clock;
        this.policy = policy;
        this.trustsClock = trustsClock;
    }

    /**
     * For signers whose clocks may be wrong by hours or years, as those of machines without a battery are: what counts is
     * the certificate as it is now, not when a signature says that it was made.
     */
    public static SignatureVerifier ofAnyClock(Clock clock, SignaturePolicy policy) {
        return new SignatureVerifier(clock, policy, false);
    }

    /**
     * @param signature one detached signature, binary or armored, and nothing else
     * @param trust whose signatures are believed
     */
    public Verification verify(Bytes payload, Bytes signature, TrustStore trust) {
        if (signature.size() > policy.maximalSignatureSize() || payload.size() > policy.maximalPayloadSize()) {
            return new Refused(
                    RejectionReason.TOO_LARGE, "the payload or its signature is larger than what is accepted");
        }
        try {
            return judge(payload, DetachedSignature.read(signature), trust);
        } catch (MalformedException e) {
            return e.refusal();
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            return new Refused(RejectionReason.MALFORMED, "the signature cannot be read: " + e);
        }
    }

    private Verification judge(Bytes payload, SignaturePacket signature, TrustStore trust) {
        long now = clock.instant().getEpochSecond();
        Optional<Refused> objection = formObjection(signature, now);
        if (objection.isPresent()) {
            return objection.get();
        }
        Fingerprint issuer = signature.issuer().orElseThrow();
        List<Certificate> holders = trust.certificates().stream()
                .filter(c -> c.key(issuer).isPresent())
                .toList();
        Verification verdict = new Refused(
                RejectionReason.UNKNOWN_SIGNER,
                "it was signed by key " + issuer + ", which no trusted certificate holds");
        for (Certificate holder : holders) {
            verdict = judge(payload, signature, holder, trust, now);
            if (verdict instanceof Accepted) {
                return verdict;
            }
        }
        return verdict;
    }

    private Verification judge(
            Bytes payload, SignaturePacket signature, Certificate holder, TrustStore trust, long now) {
        KeyPacket key = holder.key(signature.issuer().orElseThrow()).orElseThrow();
        long created = signature.created().orElseThrow();
        CertificateEvaluation evaluation = new CertificateEvaluation(holder, key, trust, policy);
        return first(List.of(
                        () -> keyObjection(signature, key, created),
                        () -> weakness(holder.primary()),
                        () -> weakness(key),
                        () -> refuseIf(
                                !SignatureChecks.overData(signature, key, payload),
                                RejectionReason.BAD_SIGNATURE,
                                "these bytes are not what key " + key.fingerprint() + " signed"),
                        () -> clockObjection(created, now),
                        () -> trustsClock ? evaluation.objection(created) : Optional.empty(),
                        () -> evaluation.objection(inForce(holder.primary(), key, created, now))))
                .<Verification>map(refused -> refused)
                .orElseGet(
                        () -> new Accepted(Verified.of(payload, holder.fingerprint(), Instant.ofEpochSecond(created))));
    }

    private Optional<Refused> formObjection(SignaturePacket signature, long now) {
        Optional<Long> created = signature.created();
        return first(List.of(
                () -> refuseIf(
                        signature.type() != SignaturePacket.BINARY_DOCUMENT,
                        RejectionReason.WRONG_TYPE,
                        "a signature over binary data is wanted, not one of type " + signature.type()),
                () -> refuseIf(
                        !policy.accepts(signature.hash()),
                        RejectionReason.WEAK_HASH,
                        "the signature's hash "
                                + signature.hash().map(Object::toString).orElse("of an unknown kind")
                                + " is not accepted; sign with SHA-512"),
                () -> refuseIf(
                        isCriticalUnknown(signature),
                        RejectionReason.CRITICAL_UNKNOWN,
                        "the signature says something critical that is not understood here"),
                () -> refuseIf(
                        created.isEmpty(), RejectionReason.MISSING_TIME, "the signature does not say when it was made"),
                () -> refuseIf(
                        signature.issuer().isEmpty(),
                        RejectionReason.MISSING_ISSUER,
                        "the signature does not state its key's fingerprint where it is protected"),
                () -> refuseIf(
                        signature.expiredAt(now), RejectionReason.EXPIRED, "the signature is expired; sign anew")));
    }

    /** Asked of genuine signatures only, so that nobody else is told to look at his clock. */
    private Optional<Refused> clockObjection(long created, long now) {
        return refuseIf(
                trustsClock && created > now + policy.skew().toSeconds(),
                RejectionReason.FROM_THE_FUTURE,
                "it was signed at " + Instant.ofEpochSecond(created) + ", and here it is " + Instant.ofEpochSecond(now)
                        + "; compare the clocks of both machines");
    }

    /** A key that was made while its owner's clock ran ahead is in force from the first moment on. */
    private long inForce(KeyPacket primary, KeyPacket key, long created, long now) {
        long later = Math.max(now, created);
        return trustsClock ? later : Math.max(later, Math.max(primary.created(), key.created()));
    }

    private static boolean isCriticalUnknown(SignaturePacket signature) {
        return Stream.of(signature.hashed(), signature.unhashed())
                .anyMatch(area -> area.criticalOutside(UNDERSTOOD).isPresent());
    }

    private Optional<Refused> keyObjection(SignaturePacket signature, KeyPacket key, long created) {
        return first(List.of(
                () -> refuseIf(
                        !signature.mayBeFrom(key),
                        RejectionReason.CONTRADICTORY_ISSUER,
                        "the signature names several different keys as its issuer"),
                () -> refuseIf(
                        trustsClock && created < key.created(),
                        RejectionReason.OLDER_THAN_KEY,
                        "the signature is older than its key")));
    }

    private Optional<Refused> weakness(KeyPacket key) {
        return policy.weakness(key.material())
                .map(what -> new Refused(RejectionReason.WEAK_KEY, "key " + key.fingerprint() + " " + what));
    }

    private static Optional<Refused> first(List<Supplier<Optional<Refused>>> checks) {
        return checks.stream().flatMap(check -> check.get().stream()).findFirst();
    }

    private static Optional<Refused> refuseIf(boolean bad, RejectionReason reason, String explanation) {
        return bad ? Optional.of(new Refused(reason, explanation)) : Optional.empty();
    }
}
