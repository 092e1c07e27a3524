package org.labcast.publisher.home;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import org.labcast.model.GroupName;
import org.labcast.model.HostName;
import org.labcast.model.Secret;
import org.labcast.model.host.Invitation;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.Certificate;

/** Writes what a host needs to join; only the owner may read it. */
public final class InvitationFiles {
    private final PublisherHome home;
    private final PublisherConfig config;

    public InvitationFiles(PublisherHome home, PublisherConfig config) {
        this.home = home;
        this.config = config;
    }

    /** An invitation with a fresh password and token. */
    public Invitation draft(HostName host, SortedSet<GroupName> groups, String user) {
        Path certificates = home.brokerCertificates();
        List<String> administrators = home.trustedAdministrators().certificates().stream()
                .map(Certificate::armored)
                .toList();
        return new Invitation(
                config.realm(),
                host,
                groups,
                config.brokerUrl(),
                Files.exists(certificates) ? PrivateFiles.read(certificates) : "",
                user,
                Secret.random(),
                Secret.random(),
                config.name(),
                administrators);
    }

    public Path write(Invitation invitation) {
        Path file = home.invitations().resolve(invitation.host() + ".json");
        PrivateFiles.write(file, Codec.encode(invitation).text() + "\n");
        return file;
    }
}
