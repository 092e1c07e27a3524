package org.labcast.publisher.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.labcast.model.LabcastException;
import org.labcast.model.Secret;
import org.labcast.transport.pgp.Certificate;
import org.labcast.transport.pgp.GpgSigner;
import org.labcast.transport.pgp.SecretKey;
import org.labcast.transport.pgp.Signer;
import org.labcast.transport.pgp.TrustStore;

/** Where everything of one administrator lies. */
public record PublisherHome(Path folder) {
    /** That of this process: {@code $LABCAST_HOME}, else {@code ~/.labcast}. */
    public static PublisherHome locate() {
        return locate(Optional.empty(), System.getenv().getOrDefault("LABCAST_HOME", ""));
    }

    /**
     * {@code --home}, else {@code $LABCAST_HOME}, else {@code ~/.labcast}.
     *
     * @param variable value of {@code LABCAST_HOME}
     */
    public static PublisherHome locate(Optional<Path> option, String variable) {
        Path standard = variable.isBlank() ? Path.of(System.getProperty("user.home"), ".labcast") : Path.of(variable);
        return new PublisherHome(option.orElse(standard).toAbsolutePath().normalize());
    }

    public boolean exists() {
        return Files.exists(configFile());
    }

    /** @throws LabcastException when there is none yet, or it is damaged */
    public PublisherConfig config() {
        if (!exists()) {
            throw new LabcastException("there is no publisher in " + folder
                    + ": run 'publisher init' first, or name its folder with --home");
        }
        return PublisherConfig.parse(configFile().toString(), PrivateFiles.read(configFile()));
    }

    public void save(PublisherConfig config) {
        PrivateFiles.createFolder(folder);
        PrivateFiles.createFolder(administrators());
        PrivateFiles.createFolder(invitations());
        PrivateFiles.write(configFile(), config.format());
    }

    public Secret password() {
        String password = PrivateFiles.read(passwordFile()).strip();
        if (password.isEmpty()) {
            throw new LabcastException(passwordFile() + " is empty: put the password for the broker into it");
        }
        return new Secret(password);
    }

    public void savePassword(Secret password) {
        PrivateFiles.write(passwordFile(), password.value() + "\n");
    }

    public void saveKey(SecretKey key) {
        PrivateFiles.write(keyFile(), key.armored());
        saveCertificate(key.certificate());
    }

    /** Whether a key lies here, perhaps in a folder whose configuration was lost. */
    public boolean hasKey() {
        return Files.exists(keyFile());
    }

    public void saveCertificate(Certificate certificate) {
        PrivateFiles.write(certificateFile(), certificate.armored());
    }

    /** Who signs this administrator's orders: the key in this folder, or gpg. */
    public Signer signer() {
        Optional<String> gpgKey = config().gpgKey();
        if (gpgKey.isPresent()) {
            return new GpgSigner(gpgKey.get());
        }
        return SecretKey.read(PrivateFiles.bytes(keyFile()), Clock.systemUTC());
    }

    public Certificate certificate() {
        return Certificate.readAll(PrivateFiles.bytes(certificateFile())).get(0);
    }

    /** This administrator and all others known here. */
    public TrustStore trustedAdministrators() {
        List<Certificate> all =
                new ArrayList<>(TrustStore.ofDirectory(administrators()).certificates());
        all.add(certificate());
        return TrustStore.of(all);
    }

    /** Names this machine and folder: a copy of the home, or one that was moved, has another place. */
    public String place() {
        Path machine = Path.of("/etc/machine-id");
        String id = Files.isReadable(machine) ? PrivateFiles.read(machine).strip() : "";
        try {
            return id + " " + folder.toRealPath();
        } catch (IOException e) {
            throw new LabcastException("cannot look at " + folder + " (" + e + ")", e);
        }
    }

    /** Where this home lies, as people name it: {@code machine:/folder}. */
    public String shownPlace() {
        Path name = Path.of("/proc/sys/kernel/hostname");
        return (Files.isReadable(name) ? PrivateFiles.read(name).strip() : "") + ":" + folder;
    }

    public Path administrators() {
        return folder.resolve("administrators");
    }

    public Path invitations() {
        return folder.resolve("invitations");
    }

    public Path store() {
        return folder.resolve("store.db");
    }

    /** Locked by the process that collects. */
    public Path collectingTurn() {
        return folder.resolve("collect.lock");
    }

    /** Socket, lock and log of the resident publisher. */
    public Path daemon() {
        return folder.resolve("daemon");
    }

    public Path brokerData() {
        return folder.resolve("broker");
    }

    /** PEM certificates by which to know the broker; absent without TLS. */
    public Path brokerCertificates() {
        return folder.resolve("broker-certificates.pem");
    }

    /** Key and certificate of the embedded broker; absent without TLS. */
    public Path brokerTls() {
        return brokerData().resolve("tls");
    }

    public Path certificateFile() {
        return folder.resolve("certificate.asc");
    }

    public Path configFile() {
        return folder.resolve("publisher.conf");
    }

    private Path passwordFile() {
        return folder.resolve("password");
    }

    private Path keyFile() {
        return folder.resolve("key.asc");
    }
}
