package org.labcast.model;

/** Name of a machine within its realm: one label, by default the short host name. */
public record HostName(String value) implements Comparable<HostName> {
    public HostName {
        Label.check("host name", value);
    }

    @Override
    public int compareTo(HostName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
