package org.labcast.publisher.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.labcast.model.HostName;
import org.labcast.model.host.Presence;
import org.labcast.transport.pgp.Verified;

/** The hosts of the realm, as far as this publisher knows them. */
public interface Hosts {
    /** Takes a host's key in on an administrator's word, unless there is a younger word for or against that host. */
    void enrol(EnrolledHost host);

    Optional<EnrolledHost> enrolled(HostName host);

    /** Notes signs of life that were met just now; one that is older than the last of its host is ignored. */
    void seen(Collection<Verified<Presence>> presences);

    /** Enrolled, invited or seen, by name. */
    List<KnownHost> all();

    /**
     * Removes the host's key, invitation and presence, unless there is a younger word for the host; its results stay, and
     * so does the time, so that no older word brings it back.
     */
    void withdraw(HostName host, Instant at);
}
