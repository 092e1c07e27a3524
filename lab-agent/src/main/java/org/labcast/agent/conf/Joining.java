package org.labcast.agent.conf;

import java.nio.file.Files;
import java.time.Clock;
import org.labcast.agent.AgentException;
import org.labcast.model.Bytes;
import org.labcast.model.Enrolment;
import org.labcast.model.Invitation;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.Certificate;
import org.labcast.transport.pgp.SecretKey;

/** Makes a host's configuration from an invitation. Repeated after an interruption, it comes to the same. */
public final class Joining {
    private final Places places;
    private final Clock clock;

    public Joining(Places places, Clock clock) {
        this.places = places;
        this.clock = clock;
    }

    public boolean isJoined() {
        return Files.exists(places.conf());
    }

    /** Writes key, certificates, enrolment and, last of all, {@code agent.conf}. */
    public void join(Invitation invitation) {
        if (isJoined()) {
            throw new AgentException("This host has joined already: " + places.conf()
                    + " exists. Remove it (and the host's key beside it) to join anew.");
        }
        PrivateFiles.makeFolder(places.config());
        PrivateFiles.makeFolder(places.trust());
        for (String administrator : invitation.administrators()) {
            Bytes armored = Bytes.utf8(administrator);
            String fingerprint =
                    Certificate.readAll(armored.toArray()).get(0).fingerprint().value();
            PrivateFiles.write(places.trust().resolve(fingerprint + ".asc"), armored);
        }
        if (!invitation.brokerCertificates().isEmpty()) {
            PrivateFiles.write(places.brokerCertificates(), Bytes.utf8(invitation.brokerCertificates()));
        }
        PrivateFiles.write(places.password(), Bytes.utf8(invitation.password().value() + "\n"));
        PrivateFiles.write(places.enrolment(), Codec.encode(enrolment(invitation)));
        PrivateFiles.write(places.conf(), Bytes.utf8(AgentConf.text(invitation)));
    }

    private Enrolment enrolment(Invitation invitation) {
        String certificate = hostKey(invitation).certificate().armored();
        return Enrolment.of(invitation.realm(), invitation.host(), certificate, invitation.token());
    }

    private SecretKey hostKey(Invitation invitation) {
        if (Files.exists(places.hostKey())) {
            return SecretKey.read(PrivateFiles.read(places.hostKey()).toArray(), clock);
        }
        SecretKey made = SecretKey.generate(invitation.host() + " in " + invitation.realm(), clock);
        PrivateFiles.write(places.hostKey(), Bytes.utf8(made.armored()));
        return made;
    }
}
