package org.labcast.agent.core;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.labcast.model.GroupName;
import org.labcast.model.HostName;
import org.labcast.model.Realm;

/** Who this host is. */
public record HostIdentity(Realm realm, HostName host, SortedSet<GroupName> groups) {
    public HostIdentity {
        groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
    }
}
