package org.labcast.model.order;

import java.util.Set;
import org.labcast.model.GroupName;
import org.labcast.model.HostName;
import org.labcast.model.HostSet;
import org.labcast.model.InvalidValueException;

/** For whom an order is. It is part of what is signed: a host that it does not name refuses the order. */
public sealed interface Target {
    /** Every host of the realm. */
    record All() implements Target {}

    /** Every host in a group. */
    record Group(GroupName group) implements Target {}

    /**
     * Hosts by name.
     *
     * @param where the condition by which they were chosen, empty when they were named; kept for the reader
     */
    record Hosts(HostSet hosts, String where) implements Target {
        public Hosts {
            if (hosts.isEmpty()) {
                throw new InvalidValueException("a target names at least one host");
            }
        }
    }

    static Target hosts(HostSet hosts) {
        return new Hosts(hosts, "");
    }

    default boolean includes(HostName host, Set<GroupName> groupsOfHost) {
        if (this instanceof Group group) {
            return groupsOfHost.contains(group.group());
        }
        return !(this instanceof Hosts named) || named.hosts().contains(host);
    }

    /** As people say it: {@code all}, {@code group physics}, {@code lab-[01-20]}. */
    default String describe() {
        if (this instanceof Group group) {
            return "group " + group.group();
        }
        return this instanceof Hosts named ? named.hosts().toString() : "all";
    }
}
