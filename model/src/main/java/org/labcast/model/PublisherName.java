package org.labcast.model;

/** Name of an administrator's publisher; results are sent to the queue of that name. */
public record PublisherName(String value) implements Comparable<PublisherName> {
    public PublisherName {
        Label.check("publisher name", value);
    }

    @Override
    public int compareTo(PublisherName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
