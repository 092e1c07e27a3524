package org.labcast.model;

/** Name of a group of hosts. */
public record GroupName(String value) implements Comparable<GroupName> {
    public GroupName {
        Label.check("group name", value);
    }

    @Override
    public int compareTo(GroupName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
