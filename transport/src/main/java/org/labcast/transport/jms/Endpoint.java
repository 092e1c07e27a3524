package org.labcast.transport.jms;

import java.nio.file.Path;
import java.util.Optional;
import org.labcast.model.Secret;

/**
 * Where the broker listens and who is calling.
 *
 * @param url {@code tcp://host:port}, with {@code ?sslEnabled=true} for TLS
 * @param trustedCertificates PEM file by which to know the broker under TLS; absent: the platform's authorities
 */
public record Endpoint(String url, String user, Secret password, Optional<Path> trustedCertificates) {
    public Endpoint {
        BrokerUrl.parse(url);
    }
}
