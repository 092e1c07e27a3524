package org.labcast.broker;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a broker listens.
 *
 * @param host name or address of an interface; {@code 0.0.0.0} for all
 * @param port 0 for any that is free
 * @param identity by what it proves who it is; absent: no TLS
 * @param insecure the caller insists on listening beyond this machine without TLS
 */
public record Listener(String host, int port, Optional<TlsIdentity> identity, boolean insecure) {
    public Listener {
        if (identity.isEmpty() && !insecure && !isLoopback(host)) {
            throw new BrokerException("Listening at " + host
                    + " without TLS would show every password to the network; give the broker a certificate.");
        }
    }

    /**
     * PEM files.
     *
     * @param certificate the certificate, or its chain
     * @param key its private key, PKCS #8, readable by the owner only
     */
    public record TlsIdentity(Path certificate, Path key) {}

    /** For programs on this machine only, without TLS. */
    public static Listener loopback(int port) {
        return new Listener("127.0.0.1", port, Optional.empty(), false);
    }

    public static Listener tls(String host, int port, TlsIdentity identity) {
        return new Listener(host, port, Optional.of(identity), false);
    }

    /** For a network that is a wire between containers, or for whoever insists. */
    public static Listener insecure(String host, int port) {
        return new Listener(host, port, Optional.empty(), true);
    }

    /** The URL for an endpoint or an invitation, as seen from a machine that knows the broker by that name. */
    public String url(String name) {
        String host = name.contains(":") ? "[" + name + "]" : name;
        return "tcp://" + host + ":" + port + (identity.isPresent() ? "?sslEnabled=true" : "");
    }

    Listener at(int actualPort) {
        return new Listener(host, actualPort, identity, insecure);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new BrokerException("The broker cannot listen at " + host + ": nobody knows such a host.", e);
        }
    }
}
