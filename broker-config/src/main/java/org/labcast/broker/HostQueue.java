package org.labcast.broker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import org.labcast.model.GroupName;
import org.labcast.model.HostName;
import org.labcast.model.InvalidValueException;
import org.labcast.transport.jms.Addresses;

/**
 * A queue that one host reads, and nobody else.
 *
 * @param multicast whether the address is shared and this queue is the host's durable subscription to it
 */
record HostQueue(String address, String queue, boolean multicast) {
    static List<HostQueue> of(HostName host, Collection<GroupName> groups) {
        List<HostQueue> queues = new ArrayList<>(List.of(
                new HostQueue(Addresses.jobs(host), Addresses.jobs(host), false),
                new HostQueue(Addresses.control(host), Addresses.control(host), false),
                new HostQueue(Addresses.calls(host), Addresses.calls(host), false),
                new HostQueue(Addresses.JOBS_ALL, Addresses.subscriptionToJobs(host), true),
                new HostQueue(Addresses.CONTROL_ALL, Addresses.subscriptionToControl(host), true)));
        for (GroupName group : groups) {
            queues.add(new HostQueue(Addresses.jobs(group), Addresses.subscription(host, group), true));
        }
        return queues;
    }

    /** Those that the host has, of whatever groups, according to the names of all queues on the broker. */
    static List<HostQueue> existing(HostName host, NavigableSet<String> names) {
        String prefix = Addresses.subscriptionPrefix(host);
        List<GroupName> groups = names.tailSet(prefix).stream()
                .takeWhile(name -> name.startsWith(prefix))
                .flatMap(name -> group(name.substring(prefix.length())).stream())
                .toList();
        return of(host, groups).stream()
                .filter(queue -> names.contains(queue.queue()))
                .toList();
    }

    /** Empty for a name that provisioning never gave. */
    private static Optional<GroupName> group(String name) {
        try {
            return Optional.of(new GroupName(name));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    /** One consumer only: a second agent of the same host is refused. */
    QueueCreation.Wanted wanted() {
        return new QueueCreation.Wanted(address, queue, multicast, 1, false);
    }

    String qualified() {
        return Addresses.qualified(address, queue);
    }
}
