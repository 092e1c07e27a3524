package org.labcast.broker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.labcast.broker.Listener.TlsIdentity;
import org.labcast.model.Secret;

/**
 * A certificate for a small lab's broker, vouched for by nobody but the invitations that carry it. Made by the JDK's own
 * keytool: Java has no public API for it, and a library only for that is not worth its weight.
 */
public final class SelfSignedCertificate {
    private static final String ALIAS = "labcast";
    private static final String VALID_DAYS = "3650";
    private static final String PASSWORD_VARIABLE = "LABCAST_STORE_PASSWORD";
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

    private SelfSignedCertificate() {}

    /**
     * Writes {@code broker-certificate.pem} and {@code broker-key.pem} (0600) into the folder.
     *
     * @param names DNS names and IP addresses under which hosts will call the broker
     */
    public static TlsIdentity create(Path folder, List<String> names) {
        Path store = folder.resolve("broker.p12.tmp");
        Secret password = Secret.random();
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(store);
            keytool(store, password, names);
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(
                    new ByteArrayInputStream(Files.readAllBytes(store)),
                    password.value().toCharArray());
            Key key = keys.getKey(ALIAS, password.value().toCharArray());
            Path keyFile = write(folder.resolve("broker-key.pem"), "PRIVATE KEY", key.getEncoded(), "rw-------");
            Path certificateFile = write(
                    folder.resolve("broker-certificate.pem"),
                    "CERTIFICATE",
                    keys.getCertificate(ALIAS).getEncoded(),
                    "rw-r--r--");
            return new TlsIdentity(certificateFile, keyFile);
        } catch (IOException | GeneralSecurityException e) {
            throw new BrokerException(
                    "Cannot make a certificate for the broker in " + folder + ": " + e.getMessage(), e);
        } finally {
            store.toFile().delete();
        }
    }

    private static void keytool(Path store, Secret password, List<String> names) throws IOException {
        ProcessBuilder keytool = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=Labcast broker",
                "-ext",
                "SAN=" + subjectNames(names),
                "-ext",
                "EKU=serverAuth",
                "-validity",
                VALID_DAYS,
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass:env", // other users can read a process's arguments
                PASSWORD_VARIABLE);
        keytool.environment().put(PASSWORD_VARIABLE, password.value());
        Process running = keytool.redirectErrorStream(true).start();
        running.getOutputStream().close();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            if (running.waitFor() != 0) {
                throw new IOException("keytool: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String subjectNames(List<String> names) {
        return names.stream()
                .map(name -> (ADDRESS.matcher(name).matches() ? "IP:" : "DNS:") + name)
                .collect(Collectors.joining(","));
    }

    private static Path write(Path file, String kind, byte[] content, String permissions) throws IOException {
        String pem = "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END " + kind + "-----\n";
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
        return Files.writeString(file, pem);
    }
}
