package org.labcast.transport.pgp;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.labcast.transport.pgp.Verification.Refused;

/** Whether what a certificate's keys sign now would be believed by hosts that trust it, and else why not. */
public final class SigningAbility {
    private final Clock clock;
    private final SignaturePolicy policy;

    public SigningAbility(Clock clock, SignaturePolicy policy) {
        this.clock = clock;
        this.policy = policy;
    }

    /** Why not, as the end of a sentence with what to do; empty when one of its keys can sign. */
    public Optional<String> objection(Certificate certificate) {
        Optional<String> weak = weakness(certificate.primary());
        if (weak.isPresent()) {
            return weak;
        }
        List<KeyPacket> keys = certificate.keys().toList();
        if (keys.stream().anyMatch(key -> maySign(certificate, key))) {
            return Optional.empty();
        }
        // Most certificates have a subkey that was never meant to sign: it says nothing about the others.
        List<Refused> reasons =
                keys.stream().flatMap(key -> refusal(certificate, key).stream()).toList();
        return reasons.stream()
                .filter(refused -> refused.reason() != RejectionReason.KEY_NOT_ALLOWED_TO_SIGN)
                .findFirst()
                .or(() -> reasons.stream().findFirst())
                .map(Refused::explanation);
    }

    boolean maySign(Certificate certificate, KeyPacket key) {
        return weakness(certificate.primary()).isEmpty()
                && refusal(certificate, key).isEmpty();
    }

    private Optional<Refused> refusal(Certificate certificate, KeyPacket key) {
        TrustStore itself = TrustStore.of(List.of(certificate));
        return new CertificateEvaluation(certificate, key, itself, policy)
                .objection(clock.instant().getEpochSecond())
                .or(() -> weakness(key).map(what -> new Refused(RejectionReason.WEAK_KEY, what)));
    }

    private Optional<String> weakness(KeyPacket key) {
        return policy.weakness(key.material()).map(what -> "key " + key.fingerprint() + " " + what);
    }
}
