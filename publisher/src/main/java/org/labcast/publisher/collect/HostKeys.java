package org.labcast.publisher.collect;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.labcast.model.HostName;
import org.labcast.publisher.store.EnrolledHost;
import org.labcast.publisher.store.Hosts;
import org.labcast.transport.pgp.Certificate;
import org.labcast.transport.pgp.KeyException;
import org.labcast.transport.pgp.TrustStore;

/** Each host's key, as a trust store of one: what is signed by another host's key is not from this host. */
final class HostKeys {
    private final Hosts hosts;
    private final Map<HostName, TrustStore> known = new HashMap<>();

    HostKeys(Hosts hosts) {
        this.hosts = hosts;
    }

    Optional<TrustStore> of(HostName host) {
        TrustStore cached = known.get(host);
        if (cached != null) {
            return Optional.of(cached);
        }
        Optional<TrustStore> read = hosts.enrolled(host)
                .map(EnrolledHost::certificate)
                .map(HostKeys::certificate)
                .map(certificate -> TrustStore.of(List.of(certificate)));
        read.ifPresent(keys -> known.put(host, keys));
        return read;
    }

    /** After an enrolment, a host may have another key. */
    void forget() {
        known.clear();
    }

    /** @throws RejectedMessage when it is not one readable certificate */
    static Certificate certificate(String armored) {
        List<Certificate> found;
        try {
            found = Certificate.readAll(armored.getBytes(StandardCharsets.UTF_8));
        } catch (KeyException e) {
            throw new RejectedMessage(String.valueOf(e.getMessage()));
        }
        if (found.size() != 1) {
            throw new RejectedMessage("one certificate is expected, not " + found.size());
        }
        return found.get(0);
    }
}
