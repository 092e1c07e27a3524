package org.labcast.publisher.collect;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.labcast.model.Fingerprint;
import org.labcast.model.Realm;
import org.labcast.model.host.Enrolment;
import org.labcast.publisher.store.EnrolledHost;
import org.labcast.publisher.store.Invitations.Invited;
import org.labcast.publisher.store.Store;
import org.labcast.transport.jms.Incoming;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.Certificate;
import org.labcast.transport.pgp.Signer;
import org.labcast.transport.pgp.TrustStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes invited hosts in: the token of the invitation proves who introduces the key, and the key must have signed its
 * own introduction. The host's record is then put into the directory for other administrators.
 */
final class Enroller {
    private static final Logger LOG = LoggerFactory.getLogger(Enroller.class);

    private final Realm realm;
    private final Store store;
    private final MessageVerifier verifier;
    private final Directory directory;
    private final Supplier<Signer> signer;
    private final Clock clock;

    Enroller(
            Realm realm,
            Store store,
            MessageVerifier verifier,
            Directory directory,
            Supplier<Signer> signer,
            Clock clock) {
        this.realm = realm;
        this.store = store;
        this.verifier = verifier;
        this.directory = directory;
        this.signer = signer;
        this.clock = clock;
    }

    /**
     * Enrols the host if its introduction is valid; otherwise logs and drops it.
     *
     * @return the reason, if no invitation of this home waits for it
     */
    Optional<RejectedMessage.NotInvited> take(Incoming incoming) {
        try {
            if (incoming instanceof Incoming.Malformed malformed) {
                throw new RejectedMessage(malformed.problem());
            }
            enrol(((Incoming.Arrived) incoming).message());
        } catch (RejectedMessage.NotInvited e) {
            return Optional.of(e);
        } catch (RejectedMessage e) {
            refused(incoming, e);
        }
        return Optional.empty();
    }

    static void refused(Incoming incoming, RejectedMessage why) {
        LOG.warn("an enrolment sent by '{}' was refused: {}", incoming.sender(), why.getMessage());
    }

    private void enrol(SignedMessage message) {
        // Unverified until the token and the self-signature have been checked below; nothing is stored before.
        Enrolment claim = MessageVerifier.claim(message, Codec::readEnrolment);
        if (isKnown(claim)) {
            return; // a second copy: whoever took in the first one was stopped before the broker knew
        }
        Invited invited = invitation(claim);
        Certificate certificate = HostKeys.certificate(claim.certificate());
        Fingerprint key = verifier.verify(message, TrustStore.of(List.of(certificate)), Codec::readEnrolment)
                .signer();
        EnrolledHost host = new EnrolledHost(
                claim.host(),
                claim.certificate(),
                key,
                invited.groups(),
                signer.get().fingerprint(),
                clock.instant());
        // Posted first: a crash in between repeats it, and the same record twice does no harm.
        directory.publish(host);
        store.invitations().accept(host, invited.token());
    }

    private boolean isKnown(Enrolment claim) {
        Optional<String> known = store.hosts().enrolled(claim.host()).map(EnrolledHost::certificate);
        return known.equals(Optional.of(claim.certificate()));
    }

    private Invited invitation(Enrolment claim) {
        if (!claim.realm().equals(realm)) {
            throw new RejectedMessage(claim.host() + " is of the realm " + claim.realm() + ", not " + realm);
        }
        Invited invited = store.invitations()
                .find(claim.host())
                .filter(invitation -> claim.isMadeWith(invitation.token()))
                .orElseThrow(() ->
                        new RejectedMessage.NotInvited("no invitation for " + claim.host() + " waits with this token"));
        if (invited.isOver(clock.instant())) {
            throw new RejectedMessage("the invitation of " + claim.host() + " has expired: 'publisher invite "
                    + claim.host() + "' makes a new one");
        }
        return invited;
    }
}
