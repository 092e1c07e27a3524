package org.labcast.publisher.home;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.labcast.model.Bytes;
import org.labcast.model.LabcastException;
import org.labcast.model.PublisherName;
import org.labcast.model.Realm;
import org.labcast.model.Secret;
import org.labcast.transport.json.Codec;
import org.labcast.transport.json.MalformedMessageException;
import org.labcast.transport.pgp.Certificate;
import org.labcast.transport.pgp.SignaturePolicy;
import org.labcast.transport.pgp.SigningAbility;

/** Files by which a second administrator comes in. */
public final class AdministratorFiles {
    private final PublisherHome home;
    private final PublisherConfig config;

    public AdministratorFiles(PublisherHome home, PublisherConfig config) {
        this.home = home;
        this.config = config;
    }

    /**
     * What a new administrator's publisher needs to reach the broker.
     *
     * @param brokerCertificates PEM; empty without TLS
     * @param administrators armored certificates of the others
     */
    record BrokerLogin(
            Realm realm,
            PublisherName name,
            String brokerUrl,
            String brokerCertificates,
            Secret password,
            List<String> administrators) {}

    /**
     * Refuses a certificate whose signatures the hosts would refuse.
     *
     * @param where the certificate is from
     * @throws LabcastException with the reason and what to do
     */
    public static void requireUsable(Certificate certificate, String where) {
        new SigningAbility(Clock.systemUTC(), SignaturePolicy.standard())
                .objection(certificate)
                .ifPresent(objection -> {
                    throw new LabcastException(
                            where + ": hosts would refuse what it signs: " + objection + "; nothing was changed");
                });
    }

    public void trust(PublisherName publisher, Certificate certificate) {
        PrivateFiles.write(home.administrators().resolve(publisher + ".asc"), certificate.armored());
    }

    public Path writeLogin(PublisherName publisher, Secret password) {
        Path certificates = home.brokerCertificates();
        BrokerLogin login = new BrokerLogin(
                config.realm(),
                publisher,
                config.brokerUrl(),
                Files.exists(certificates) ? PrivateFiles.read(certificates) : "",
                password,
                home.trustedAdministrators().certificates().stream()
                        .map(Certificate::armored)
                        .toList());
        Path file = home.invitations().resolve("login-" + publisher + ".json");
        PrivateFiles.write(file, Codec.encode(login).text() + "\n");
        return file;
    }

    /** A task file that puts the certificate into the hosts' trust folder; it must be pushed by one they obey already. */
    public Path writeTrustTasks(PublisherName publisher, Certificate certificate) {
        String encoded =
                Base64.getEncoder().encodeToString(certificate.armored().getBytes(StandardCharsets.UTF_8));
        String target = "/etc/labcast/trust.d/" + publisher + ".asc";
        Path file = home.invitations().resolve("trust-" + publisher + ".txt");
        PrivateFiles.write(file, """
                # Makes hosts obey the key %s.
                #@ correct=off on-failure=stop
                echo %s | base64 -d > %s.new && mv %s.new %s
                """.formatted(certificate.fingerprint(), encoded, target, target, target));
        return file;
    }

    private static BrokerLogin read(Path file) {
        try {
            return Codec.decode(Bytes.utf8(PrivateFiles.read(file)), BrokerLogin.class);
        } catch (MalformedMessageException e) {
            throw new LabcastException(file + " is no login file: " + e.getMessage(), e);
        }
    }

    /** @throws LabcastException when the file is for another publisher */
    public void login(Path file) {
        BrokerLogin login = read(file);
        if (!login.realm().equals(config.realm()) || !login.name().equals(config.name())) {
            throw new LabcastException(file + " is for the publisher " + login.name() + " of the realm " + login.realm()
                    + ", not for " + config.name() + " of " + config.realm() + ": nothing was changed");
        }
        for (String armored : login.administrators()) {
            Certificate other = Certificate.readAll(armored.getBytes(StandardCharsets.UTF_8))
                    .get(0);
            PrivateFiles.write(home.administrators().resolve(other.fingerprint() + ".asc"), other.armored());
        }
        if (!login.brokerCertificates().isEmpty()) {
            PrivateFiles.write(home.brokerCertificates(), login.brokerCertificates());
        }
        home.savePassword(login.password());
        home.save(new PublisherConfig(
                config.realm(),
                config.name(),
                login.brokerUrl(),
                config.brokerUser(),
                config.listen(),
                config.gpgKey(),
                config.daemonIdle()));
    }
}
