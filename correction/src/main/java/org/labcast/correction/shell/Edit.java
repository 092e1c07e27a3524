package org.labcast.correction.shell;

/**
 * A replacement of a stretch of the line.
 *
 * @param start index of the first character that goes, from 0
 * @param end index behind the last one; the same as {@code start} to insert
 */
public record Edit(int start, int end, String with) {
    public static Edit replace(Word word, String with) {
        return new Edit(word.start(), word.end(), with);
    }

    /** Puts text with a blank before the word. */
    public static Edit before(Word word, String text) {
        return new Edit(word.start(), word.start(), text + " ");
    }

    /** Puts a blank and text behind the word. */
    public static Edit after(Word word, String text) {
        return new Edit(word.end(), word.end(), " " + text);
    }
}
