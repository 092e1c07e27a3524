package org.labcast.model;

/** Name of one installation of Labcast; a job signed for one realm is refused in every other. */
public record Realm(String value) implements Comparable<Realm> {
    public Realm {
        Label.check("realm", value);
    }

    @Override
    public int compareTo(Realm other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
