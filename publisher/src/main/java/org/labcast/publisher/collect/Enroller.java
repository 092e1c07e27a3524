package org.labcast.publisher.collect;

import java.time.Clock;
import java.util.List;
import org.labcast.model.Bytes;
import org.labcast.model.Enrolment;
import org.labcast.model.Fingerprint;
import org.labcast.model.HostRecord;
import org.labcast.model.LabcastException;
import org.labcast.model.Realm;
import org.labcast.publisher.store.EnrolledHost;
import org.labcast.publisher.store.Invitations;
import org.labcast.publisher.store.Invitations.Invited;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.Incoming;
import org.labcast.transport.jms.Poster;
import org.labcast.transport.jms.Posting;
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
    private final Invitations invitations;
    private final MessageVerifier verifier;
    private final Signer signer;
    private final Poster poster;
    private final Clock clock;

    Enroller(
            Realm realm, Invitations invitations, MessageVerifier verifier, Signer signer, Poster poster, Clock clock) {
        this.realm = realm;
        this.invitations = invitations;
        this.verifier = verifier;
        this.signer = signer;
        this.poster = poster;
        this.clock = clock;
    }

    /** Takes in whoever is rightly introduced; what is not is logged and dropped. */
    void take(Incoming incoming) {
        if (incoming instanceof Incoming.Arrived arrived) {
            take(arrived.message());
        } else if (incoming instanceof Incoming.Malformed malformed) {
            LOG.warn("an enrolment was refused: {}", malformed.problem());
        }
    }

    void take(SignedMessage message) {
        try {
            enrol(message);
        } catch (LabcastException e) {
            LOG.warn("an enrolment was refused: {}", e.getMessage());
        }
    }

    private void enrol(SignedMessage message) {
        // Unverified until the token and the self-signature have been checked below; nothing is stored before.
        Enrolment claim = Codec.readEnrolment(message.payload());
        Invited invited = invitations
                .find(claim.host())
                .filter(invitation -> claim.realm().equals(realm) && claim.isMadeWith(invitation.token()))
                .orElseThrow(
                        () -> new LabcastException("no invitation for " + claim.host() + " waits with this token"));
        List<Certificate> certificates = HostKeys.certificates(claim.certificate());
        if (certificates.size() != 1) {
            throw new LabcastException("the enrolment of " + claim.host() + " must carry one certificate");
        }
        Fingerprint key = verifier.verify(message, TrustStore.of(certificates)).signer();
        EnrolledHost host = new EnrolledHost(
                claim.host(), claim.certificate(), key, invited.groups(), signer.fingerprint(), clock.instant());
        publish(host);
        invitations.accept(host, invited.token());
    }

    /** Posted first: a crash in between repeats it, and the same record twice does no harm. */
    private void publish(EnrolledHost host) {
        Bytes payload = Codec.encode(new HostRecord(realm, host.host(), host.certificate(), host.groups()));
        poster.post(List.of(Posting.toQueue(Addresses.DIRECTORY, new SignedMessage(payload, signer.sign(payload)))
                .replacing(host.host().value())));
    }
}
