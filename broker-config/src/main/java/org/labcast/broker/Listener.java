package org.labcast.broker;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a broker listens.
 *
 * @param host name or address of an interface; {@code 0.0.0.0} for all
 * @param port 0 for any that is free
 * @param identity by what it proves who it is; absent: no TLS
 */
public record Listener(String host, int port, Optional<TlsIdentity> identity) {

    /**
     * PEM files.
     *
     * @param certificate the certificate, or its chain
     * @param key its private key, PKCS #8, readable by the owner only
     */
    public record TlsIdentity(Path certificate, Path key) {}

    /** For programs on this machine only, without TLS. */
    public static Listener loopback(int port) {
        return new Listener("127.0.0.1", port, Optional.empty());
    }

    public static Listener tls(String host, int port, TlsIdentity identity) {
        return new Listener(host, port, Optional.of(identity));
    }

    /** The URL for an {@code Endpoint} or an invitation, as seen from a machine that knows the broker by that name. */
    public String url(String name) {
        return "tcp://" + name + ":" + port + (identity.isPresent() ? "?sslEnabled=true" : "");
    }
}
