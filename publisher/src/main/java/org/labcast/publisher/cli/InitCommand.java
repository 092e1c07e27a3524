package org.labcast.publisher.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.labcast.broker.Provisioning;
import org.labcast.model.LabcastException;
import org.labcast.model.PublisherName;
import org.labcast.model.Realm;
import org.labcast.model.Secret;
import org.labcast.publisher.home.AdministratorFiles;
import org.labcast.publisher.home.BrokerListeners;
import org.labcast.publisher.home.PrivateFiles;
import org.labcast.publisher.home.PublisherConfig;
import org.labcast.publisher.home.PublisherHome;
import org.labcast.transport.pgp.Certificate;
import org.labcast.transport.pgp.GpgSigner;
import org.labcast.transport.pgp.SecretKey;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes an administrator's folder. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = "Makes this administrator's key, password and folder.",
        footer = {
            "",
            "Examples:",
            "  publisher init --realm physics",
            "  publisher init --realm physics --listen 0.0.0.0:61617 --broker tcp://server:61617?sslEnabled=true",
            "  publisher init --realm physics --name bob --gpg 0123456789ABCDEF"
        })
final class InitCommand implements Callable<Integer> {
    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(
            names = "--realm",
            paramLabel = "NAME",
            defaultValue = "lab",
            description = "Name of this installation (${DEFAULT-VALUE}).")
    private Realm realm = new Realm("lab");

    @Option(names = "--name", paramLabel = "NAME", description = "Your name as a publisher; else your login name.")
    private Optional<PublisherName> name = Optional.empty();

    @Option(
            names = "--broker",
            paramLabel = "URL",
            description = "Where hosts reach the broker; else where --listen says.")
    private Optional<String> broker = Optional.empty();

    @Option(
            names = "--broker-certificates",
            paramLabel = "FILE",
            description = "PEM certificates by which to know a broker that others run with TLS.")
    private Optional<Path> brokerCertificates = Optional.empty();

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:61616",
            description = "Where 'publisher broker' listens (${DEFAULT-VALUE}).")
    private String listen = "127.0.0.1:61616";

    @ArgGroup
    private KeySource key = new KeySource();

    /** Where the signing key is from; a new one when neither is given. */
    private static final class KeySource {
        @Option(
                names = "--key",
                paramLabel = "FILE",
                description = "Take this OpenPGP secret key instead of making one.")
        private Optional<Path> file = Optional.empty();

        @Option(
                names = "--gpg",
                paramLabel = "KEY",
                description = "Let gpg hold the key with this fingerprint, long id or mail address, and sign with it.")
        private Optional<String> gpg = Optional.empty();
    }

    @Override
    public Integer call() {
        PublisherHome folder = home.home();
        if (folder.exists()) {
            throw new LabcastException(folder.folder() + " has a publisher already: nothing was changed");
        }
        if (folder.hasKey()) {
            throw new LabcastException(folder.folder() + " has a key but no publisher.conf: bring that back from a"
                    + " backup, or move the folder away; nothing was changed");
        }
        PublisherName publisher = name.orElseGet(() -> new PublisherName(login()));
        Optional<Certificate> held = key.gpg.map(InitCommand::heldByGpg);
        PublisherConfig config = new PublisherConfig(
                realm,
                publisher,
                broker.orElseGet(this::listeningUrl),
                Provisioning.user(publisher),
                listen,
                held.map(certificate -> certificate.fingerprint().value()),
                PublisherConfig.DAEMON_IDLE);
        new BrokerListeners(folder, config).check();
        Optional<String> trusted = brokerCertificates.map(PrivateFiles::read);
        PrivateFiles.createFolder(folder.folder());
        Certificate certificate = keep(folder, config, held);
        trusted.ifPresent(pem -> PrivateFiles.write(folder.brokerCertificates(), pem));
        folder.savePassword(Secret.random());
        folder.save(config);
        Console console = home.console();
        console.print("Made the publisher " + publisher + " of the realm " + realm + " in " + folder.folder());
        console.print("Its key is " + certificate.fingerprint());
        console.print("Next: 'publisher broker' runs a broker, 'publisher invite HOST…' lets machines join.");
        return 0;
    }

    private static Certificate heldByGpg(String wanted) {
        Certificate certificate = new GpgSigner(wanted).certificate();
        AdministratorFiles.requireUsable(certificate, "gpg's key " + certificate.fingerprint());
        return certificate;
    }

    private Certificate keep(PublisherHome folder, PublisherConfig config, Optional<Certificate> held) {
        if (held.isPresent()) {
            folder.saveCertificate(held.get());
            return held.get();
        }
        SecretKey secret = key.file
                .map(file -> SecretKey.read(PrivateFiles.bytes(file), Clock.systemUTC()))
                .orElseGet(() -> SecretKey.generate(
                        config.name() + " (Labcast administrator of " + config.realm() + ")", Clock.systemUTC()));
        folder.saveKey(secret);
        return secret.certificate();
    }

    /** For a broker that listens on all interfaces, under this machine's own name. */
    private String listeningUrl() {
        if (!listen.startsWith("0.0.0.0:")) {
            return "tcp://" + listen;
        }
        try {
            return "tcp://" + InetAddress.getLocalHost().getHostName() + listen.substring("0.0.0.0".length())
                    + "?sslEnabled=true";
        } catch (UnknownHostException e) {
            throw new LabcastException(
                    "this machine does not know its own name: say with --broker where hosts reach it");
        }
    }

    private static String login() {
        String login =
                System.getProperty("user.name", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return login.isEmpty() ? "admin" : login;
    }
}
