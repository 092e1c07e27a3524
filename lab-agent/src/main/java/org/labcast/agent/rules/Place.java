package org.labcast.agent.rules;

/**
 * A place in a text.
 *
 * @param line from 1
 * @param column from 1, in characters (Unicode code points)
 */
public record Place(int line, int column) {
    static final Place START = new Place(1, 1);

    /** The place behind the text, when it stands at the start of a file. */
    static Place behind(String text) {
        int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
        int begin = text.lastIndexOf('\n') + 1;
        return new Place(line, text.codePointCount(begin, text.length()) + 1);
    }
}
