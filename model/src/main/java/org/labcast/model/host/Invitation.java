package org.labcast.model.host;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.labcast.model.GroupName;
import org.labcast.model.HostName;
import org.labcast.model.PublisherName;
import org.labcast.model.Realm;
import org.labcast.model.Secret;

/**
 * What a host needs to join: written by a publisher, carried to the host as a file that nobody else may read.
 *
 * @param brokerUrl where the broker listens, {@code tcp://host:port}, with {@code ?sslEnabled=true} for TLS
 * @param brokerCertificates PEM certificates by which to know the broker; empty without TLS
 * @param token proves to the publisher, once, that an enrolment comes from the invited host
 * @param publisher who invites; alerts go there
 * @param administrators armored certificates of those whom the host shall obey
 */
public record Invitation(
        Realm realm,
        HostName host,
        SortedSet<GroupName> groups,
        String brokerUrl,
        String brokerCertificates,
        String user,
        Secret password,
        Secret token,
        PublisherName publisher,
        List<String> administrators) {
    public Invitation {
        groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
        administrators = List.copyOf(administrators);
    }
}
