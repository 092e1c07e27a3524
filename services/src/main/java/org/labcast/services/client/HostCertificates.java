package org.labcast.services.client;

import java.util.Optional;
import org.labcast.model.HostName;
import org.labcast.transport.pgp.Certificate;

/** Which key a host has, on the word of somebody whom the caller believes. Any thread may ask. */
@FunctionalInterface
public interface HostCertificates {
    /** Empty when the host is not known. */
    Optional<Certificate> of(HostName host);
}
