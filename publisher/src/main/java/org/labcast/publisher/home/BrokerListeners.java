package org.labcast.publisher.home;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.labcast.broker.Listener;
import org.labcast.broker.Listener.TlsIdentity;
import org.labcast.broker.SelfSignedCertificate;
import org.labcast.model.LabcastException;
import org.labcast.model.Secret;
import org.labcast.transport.jms.Endpoint;

/** Where the embedded broker listens, as {@code broker.listen} says, and by what it proves who it is. */
public record BrokerListeners(PublisherHome home, PublisherConfig config) {
    private static final String LOOPBACK = "127.0.0.1";
    private static final Secret NO_SECRET = new Secret("-");

    /**
     * With TLS when the broker's URL says so, which it must when it listens beyond this machine. A certificate is made
     * when there is none, and becomes the one that this publisher and its invitations trust.
     *
     * @throws LabcastException when the setting is not {@code host:port} or TLS is missing
     */
    public Listener listener() {
        check();
        if (isTls()) {
            return Listener.tls(host(), port(), identity());
        }
        return new Listener(host(), port(), Optional.empty(), false);
    }

    /** Complains of settings with which no broker can start; makes nothing. */
    public void check() {
        new Endpoint(config.brokerUrl(), config.brokerUser(), NO_SECRET, Optional.empty()); // refuses a wrong URL
        boolean wellFormed = config.listen().matches("(\\[[0-9a-fA-F:.]+]|[^:\\[\\]]+):[0-9]{1,5}");
        if (!wellFormed || port() > 65_535) {
            throw new LabcastException("broker.listen is HOST:PORT, not '" + config.listen() + "'");
        }
        if (!isTls() && !isLoopback()) {
            throw new LabcastException("a broker that listens at " + config.listen()
                    + " needs TLS, or the network reads every password: write ?sslEnabled=true behind the broker's URL"
                    + " (now '" + config.brokerUrl() + "')");
        }
    }

    /** How a program on this machine reaches the listener. */
    public String localUrl(Listener actual) {
        return actual.url(isWildcard() ? LOOPBACK : host());
    }

    private TlsIdentity identity() {
        Path certificate = home.brokerTls().resolve("broker-certificate.pem");
        Path key = home.brokerTls().resolve("broker-key.pem");
        if (!Files.exists(certificate) || !Files.exists(key)) {
            PrivateFiles.createFolder(home.brokerTls());
            SelfSignedCertificate.create(home.brokerTls(), List.copyOf(names()));
            PrivateFiles.write(home.brokerCertificates(), PrivateFiles.read(certificate));
        } else if (!Files.exists(home.brokerCertificates())) {
            PrivateFiles.write(home.brokerCertificates(), PrivateFiles.read(certificate));
        }
        return new TlsIdentity(certificate, key);
    }

    /** What hosts may call the broker, and what programs on this machine do. */
    private Set<String> names() {
        Set<String> names = new TreeSet<>(List.of("localhost", LOOPBACK));
        names.add(unbracketed(URI.create(config.brokerUrl()).getHost()));
        if (!isWildcard()) {
            names.add(host());
        }
        return names;
    }

    private boolean isTls() {
        return config.brokerUrl().endsWith("?sslEnabled=true");
    }

    private boolean isWildcard() {
        return host().equals("0.0.0.0") || host().equals("::");
    }

    private boolean isLoopback() {
        try {
            return InetAddress.getByName(host()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new LabcastException("broker.listen: nobody knows a host '" + host() + "'", e);
        }
    }

    private String host() {
        return unbracketed(config.listen().substring(0, config.listen().lastIndexOf(':')));
    }

    private int port() {
        return Integer.parseInt(config.listen().substring(config.listen().lastIndexOf(':') + 1));
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
