package org.labcast.broker;

import java.util.List;
import java.util.Set;
import org.labcast.model.GroupName;
import org.labcast.model.HostName;
import org.labcast.model.PublisherName;
import org.labcast.model.Secret;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.Management;

/**
 * Makes users, queues and permissions on a running broker, embedded or standalone, over the connection of an
 * administrator. Everything may be repeated: what is there stays, passwords are set anew.
 */
public final class Provisioning implements AutoCloseable {
    private final Management management;

    /** One host's place on the broker. */
    public record HostAccount(HostName host, Set<GroupName> groups, Secret password) {
        public HostAccount {
            groups = Set.copyOf(groups);
        }
    }

    public Provisioning(BusConnection administrator) {
        this.management = new Management(administrator);
    }

    /** The broker's user name of an administrator's publisher. */
    public static String user(PublisherName publisher) {
        return "admin." + publisher;
    }

    /** The broker's user name of a host. */
    public static String user(HostName host) {
        return "host." + host;
    }

    /** A user with every permission, and the queues for results and enrolments of this publisher. */
    public void administrator(PublisherName publisher, Secret password) {}

    /** A user for each host, with the queues and subscriptions that only that user may read. */
    public void hosts(List<HostAccount> hosts) {}

    /** Takes a host's user, permissions and queues away, with all that waits in them, and ends its connections. */
    public void removeHost(HostName host) {}

    @Override
    public void close() {
        management.close();
    }
}
