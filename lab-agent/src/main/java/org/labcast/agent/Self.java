package org.labcast.agent;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.labcast.model.GroupName;
import org.labcast.model.HostName;
import org.labcast.model.Realm;

/** Who this host is. */
public record Self(Realm realm, HostName host, SortedSet<GroupName> groups) {
    public Self {
        groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
    }
}
