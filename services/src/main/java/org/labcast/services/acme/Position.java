package org.labcast.services.acme;

/**
 * A place in a file.
 *
 * @param line from 1
 * @param column in characters, from 1
 */
public record Position(String file, int line, int column) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
