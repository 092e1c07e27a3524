package org.labcast.transport.pgp;

import static org.labcast.transport.pgp.KeyTerms.newest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.labcast.model.Bytes;
import org.labcast.transport.pgp.Verification.Refused;

/**
 * Judges whether a key of a certificate may have signed at a given time, from those of the certificate's own signatures that
 * verify. All times are seconds since 1970.
 *
 * <p>Where there is doubt a revocation counts (whatever its hash, its expiry or its place) and a permission does not.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9580#section-10.1">RFC 9580, section 10.1</a>
 */
final class CertificateEvaluation {
    /** Subpackets that may be critical in a self-signature: the ones read here and those that only advise. */
    private static final Set<Integer> UNDERSTOOD =
            Set.of(2, 3, 4, 7, 9, 11, 12, 16, 21, 22, 23, 24, 25, 26, 27, 28, 30, 32, 33, 34, 39);

    private static final Predicate<Optional<HashAlgorithm>> ANY_HASH = Optional::isPresent;

    private final Certificate certificate;
    private final KeyPacket primary;
    private final KeyPacket key;
    private final TrustStore trust;
    private final SignaturePolicy policy;
    private final IdentityHashMap<SignaturePacket, Boolean> verified = new IdentityHashMap<>();

    /**
     * @param key the certificate's primary key or one of its subkeys
     * @param trust where the keys of designated revokers may be found
     */
    CertificateEvaluation(Certificate certificate, KeyPacket key, TrustStore trust, SignaturePolicy policy) {
        this.certificate = certificate;
        this.primary = certificate.primary();
        this.key = key;
        this.trust = trust;
        this.policy = policy;
    }

    /** Why the key may not sign at {@code time}; empty when it may. */
    Optional<Refused> objection(long time) {
        List<SignaturePacket> governing = governing(time, policy::accepts);
        KeyTerms terms = KeyTerms.of(governing);
        if (isRevoked()) {
            return refuse(RejectionReason.KEY_REVOKED, "the certificate was revoked; use another key");
        }
        if (governing.isEmpty()) {
            return refuse(
                    RejectionReason.KEY_NOT_BOUND,
                    "the certificate has no valid self-signature" + at(time)
                            + because(governing(time, ANY_HASH), primary, time));
        }
        if (isExpired(primary, terms, time)) {
            return refuse(
                    RejectionReason.KEY_EXPIRED,
                    "the certificate is expired" + at(time) + ": it ended" + at(end(primary, terms))
                            + "; extend it ('gpg --quick-set-expire " + primary.fingerprint()
                            + " 2y') and distribute it");
        }
        return key.fingerprint().equals(primary.fingerprint()) ? signingObjection(terms) : subkeyObjection(time);
    }

    private Optional<Refused> subkeyObjection(long time) {
        if (isSubkeyRevoked()) {
            return refuse(RejectionReason.KEY_REVOKED, "the signing subkey was revoked; use another one");
        }
        List<SignaturePacket> bindings = bindings(time, policy::accepts);
        KeyTerms terms = KeyTerms.of(bindings);
        if (bindings.isEmpty()) {
            return refuse(
                    RejectionReason.KEY_NOT_BOUND,
                    "the certificate's owner has not bound the signing subkey" + at(time)
                            + because(bindings(time, ANY_HASH), key, time));
        }
        if (isExpired(key, terms, time)) {
            return refuse(
                    RejectionReason.KEY_EXPIRED,
                    "the signing subkey is expired" + at(time) + ": it ended" + at(end(key, terms))
                            + "; extend it ('gpg --quick-set-expire " + primary.fingerprint() + " 2y "
                            + key.fingerprint()
                            + "') and distribute it");
        }
        if (!bindings.stream().allMatch(b -> hasBackSignature(b, time))) {
            return refuse(
                    RejectionReason.KEY_NOT_BOUND, "the signing subkey does not itself confirm its binding" + at(time));
        }
        return signingObjection(terms);
    }

    private List<SignaturePacket> bindings(long time, Predicate<Optional<HashAlgorithm>> hashes) {
        return newest(valid(
                certificate.signatures(SignaturePacket.SUBKEY_BINDING),
                key,
                time,
                hashes,
                s -> SignatureChecks.overSubkey(s, primary, primary, key)));
    }

    /** What a person can do about it, when it is told from the signatures that do not count. */
    private static String because(List<SignaturePacket> uncounted, KeyPacket about, long time) {
        if (about.created() > time) {
            return ", because its key was made later," + at(about.created()) + "; check the clock";
        }
        return uncounted.stream()
                .flatMap(signature -> signature.hash().stream())
                .findFirst()
                .map(hash -> ", because it was made with " + hash
                        + "; renew it with a present gpg ('gpg --quick-set-expire' does) and export it again")
                .orElse("");
    }

    private static Optional<Refused> signingObjection(KeyTerms terms) {
        return terms.maySign()
                ? Optional.empty()
                : refuse(
                        RejectionReason.KEY_NOT_ALLOWED_TO_SIGN,
                        "the certificate does not allow this key to sign data");
    }

    /** The newest direct-key signatures, and the newest certifications of each user id that is not revoked. */
    private List<SignaturePacket> governing(long time, Predicate<Optional<HashAlgorithm>> hashes) {
        List<SignaturePacket> governing = new ArrayList<>(newest(valid(
                certificate.signatures(SignaturePacket.DIRECT_KEY),
                primary,
                time,
                hashes,
                s -> SignatureChecks.overKey(s, primary, primary))));
        certificate.userIds().forEach(id -> governing.addAll(governingUserId(id, time, hashes)));
        return governing;
    }

    private List<SignaturePacket> governingUserId(
            Component userId, long time, Predicate<Optional<HashAlgorithm>> hashes) {
        Bytes text = userId.head().body();
        Predicate<SignaturePacket> overUserId = s -> SignatureChecks.overUserId(s, primary, text);
        List<SignaturePacket> certifications = userId.signatures().stream()
                .filter(SignaturePacket::isCertification)
                .toList();
        List<SignaturePacket> newest = newest(valid(certifications, primary, time, hashes, overUserId));
        long latest =
                newest.stream().findFirst().flatMap(SignaturePacket::created).orElse(0L);
        boolean revoked = userId.signatures().stream()
                .filter(s -> s.type() == SignaturePacket.CERTIFICATION_REVOCATION)
                .filter(s -> revokes(s, latest, time))
                .anyMatch(overUserId);
        return revoked ? List.of() : newest;
    }

    /** A user id may be certified anew after a soft revocation; keys stay revoked. */
    private static boolean revokes(SignaturePacket revocation, long certified, long time) {
        long made = revocation.created().orElse(0L);
        return revocation.isHardRevocation() || (made >= certified && made <= time);
    }

    private boolean isRevoked() {
        List<SignaturePacket> revocations = certificate.signatures(SignaturePacket.KEY_REVOCATION);
        return !revocations.isEmpty()
                && Stream.concat(Stream.of(primary), designatedRevokers())
                        .anyMatch(by -> revocations.stream().anyMatch(s -> SignatureChecks.overKey(s, by, primary)));
    }

    /** The keys that the owner once named as allowed to revoke, as far as we have them. */
    private Stream<KeyPacket> designatedRevokers() {
        return certificate.signatures(SignaturePacket.DIRECT_KEY).stream()
                .filter(s -> SignatureChecks.overKey(s, primary, primary))
                .flatMap(SignaturePacket::designatedRevokers)
                .flatMap(fingerprint -> trust.find(fingerprint).stream())
                .map(Certificate::primary);
    }

    private boolean isSubkeyRevoked() {
        return certificate.signatures(SignaturePacket.SUBKEY_REVOCATION).stream()
                .anyMatch(s -> SignatureChecks.overSubkey(s, primary, primary, key));
    }

    private boolean hasBackSignature(SignaturePacket binding, long time) {
        List<SignaturePacket> embedded = binding.embedded().stream()
                .filter(s -> s.type() == SignaturePacket.PRIMARY_KEY_BINDING)
                .toList();
        return embedded.stream()
                .anyMatch(s -> isInForce(s, key, key, time, policy::accepts)
                        && SignatureChecks.overSubkey(s, key, primary, key));
    }

    private List<SignaturePacket> valid(
            List<SignaturePacket> signatures,
            KeyPacket about,
            long time,
            Predicate<Optional<HashAlgorithm>> hashes,
            Predicate<SignaturePacket> verifies) {
        return signatures.stream()
                .filter(s -> isInForce(s, primary, about, time, hashes))
                .filter(s -> verified.computeIfAbsent(s, verifies::test))
                .toList();
    }

    private static boolean isInForce(
            SignaturePacket signature,
            KeyPacket signer,
            KeyPacket about,
            long time,
            Predicate<Optional<HashAlgorithm>> hashes) {
        try {
            long created = signature.created().orElse(-1L);
            return hashes.test(signature.hash())
                    && created >= about.created()
                    && created <= time
                    && !signature.expiredAt(time)
                    && signature.mayBeFrom(signer)
                    && signature.hashed().criticalOutside(UNDERSTOOD).isEmpty();
        } catch (MalformedException e) {
            return false;
        }
    }

    private static boolean isExpired(KeyPacket key, KeyTerms terms, long time) {
        return terms.lifetime() != 0 && end(key, terms) <= time;
    }

    private static long end(KeyPacket key, KeyTerms terms) {
        return key.created() + terms.lifetime();
    }

    private static String at(long time) {
        return " at " + Instant.ofEpochSecond(time);
    }

    private static Optional<Refused> refuse(RejectionReason reason, String explanation) {
        return Optional.of(new Refused(reason, explanation));
    }
}
