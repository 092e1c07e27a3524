package org.labcast.model.host;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.labcast.model.GroupName;
import org.labcast.model.HostName;
import org.labcast.model.Realm;

/** An administrator's word for a host's key, so that other administrators need not meet every host themselves. */
public record HostRecord(Realm realm, HostName host, String certificate, SortedSet<GroupName> groups) {
    public HostRecord {
        groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
    }
}
