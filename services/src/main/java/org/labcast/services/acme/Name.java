package org.labcast.services.acme;

/** A name, perhaps with dots, where it was written. */
public record Name(String text, Position at) {
    @Override
    public String toString() {
        return text;
    }
}
