package org.labcast.model;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** An administrator's word for a host's key, so that other administrators need not meet every host themselves. */
public record HostRecord(Realm realm, HostName host, String certificate, SortedSet<GroupName> groups) {
    public HostRecord {
        groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
    }
}
