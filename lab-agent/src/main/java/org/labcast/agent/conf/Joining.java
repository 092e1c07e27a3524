package org.labcast.agent.conf;

import java.nio.file.Files;
import java.time.Clock;
import org.labcast.agent.core.AgentException;
import org.labcast.agent.core.PrivateFiles;
import org.labcast.model.Bytes;
import org.labcast.model.host.Enrolment;
import org.labcast.model.host.Invitation;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.Certificate;
import org.labcast.transport.pgp.SecretKey;

/** Makes a host's configuration from an invitation. Repeated after an interruption, it comes to the same. */
public final class Joining {
    private final AgentPaths paths;
    private final Clock clock;

    public Joining(AgentPaths paths, Clock clock) {
        this.paths = paths;
        this.clock = clock;
    }

    public boolean isJoined() {
        return Files.exists(paths.conf());
    }

    /** Writes key, certificates, enrolment and, last of all, {@code agent.conf}. */
    public void join(Invitation invitation) {
        if (isJoined()) {
            throw new AgentException("This host has joined already: " + paths.conf()
                    + " exists. Remove it (and the host's key beside it) to join anew.");
        }
        PrivateFiles.makeFolder(paths.config());
        PrivateFiles.makeFolder(paths.trust());
        for (String administrator : invitation.administrators()) {
            Bytes armored = Bytes.utf8(administrator);
            String fingerprint =
                    Certificate.readAll(armored.toArray()).get(0).fingerprint().value();
            PrivateFiles.write(paths.trust().resolve(fingerprint + ".asc"), armored);
        }
        if (!invitation.brokerCertificates().isEmpty()) {
            PrivateFiles.write(paths.brokerCertificates(), Bytes.utf8(invitation.brokerCertificates()));
        }
        PrivateFiles.write(paths.password(), Bytes.utf8(invitation.password().value() + "\n"));
        PrivateFiles.write(paths.enrolment(), Codec.encode(enrolment(invitation)));
        PrivateFiles.write(paths.conf(), Bytes.utf8(AgentConf.text(invitation)));
    }

    private Enrolment enrolment(Invitation invitation) {
        String certificate = hostKey(invitation).certificate().armored();
        return Enrolment.of(invitation.realm(), invitation.host(), certificate, invitation.token());
    }

    private SecretKey hostKey(Invitation invitation) {
        if (Files.exists(paths.hostKey())) {
            return SecretKey.read(PrivateFiles.read(paths.hostKey()).toArray(), clock);
        }
        SecretKey made = SecretKey.generate(invitation.host() + " in " + invitation.realm(), clock);
        PrivateFiles.write(paths.hostKey(), Bytes.utf8(made.armored()));
        return made;
    }
}
