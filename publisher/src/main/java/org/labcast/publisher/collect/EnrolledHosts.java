package org.labcast.publisher.collect;

import java.util.Optional;
import org.labcast.model.HostName;
import org.labcast.publisher.store.EnrolledHost;
import org.labcast.publisher.store.Hosts;
import org.labcast.services.client.HostCertificates;
import org.labcast.transport.pgp.Certificate;

/** The keys of the hosts that this publisher knows. */
public final class EnrolledHosts implements HostCertificates {
    private final Hosts hosts;

    public EnrolledHosts(Hosts hosts) {
        this.hosts = hosts;
    }

    @Override
    public Optional<Certificate> of(HostName host) {
        return hosts.enrolled(host).map(EnrolledHost::certificate).map(HostKeys::certificate);
    }
}
