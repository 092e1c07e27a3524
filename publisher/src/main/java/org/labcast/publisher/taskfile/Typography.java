package org.labcast.publisher.taskfile;

import java.util.Optional;
import org.labcast.shell.ShellWord;

/**
 * Quotes and dashes as word processors and web pages set them. To a shell they are letters: they quote nothing and begin no option. Inside
 * of real quotes, and as apostrophes, they are text.
 */
final class Typography {
    private static final String DOUBLE = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033";
    private static final String SINGLE = "\u2018\u2019\u201a\u201b\u2032\u00b4";
    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212";

    private Typography() {}

    /** @param offset index in the text */
    record Place(int offset, String message) {}

    /** The first one in a word, if any stands where a quote or an option begins. */
    static Optional<Place> in(ShellWord word) {
        String text = word.text();
        if (text.length() > 1 && DASHES.indexOf(text.charAt(0)) >= 0 && isOption(text)) {
            return Optional.of(place(word, 0, "dash", "-"));
        }
        char before = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean begins = before == 0 || "=:,({".indexOf(before) >= 0;
            if (c == '\'' || c == '"' || c == '\\' || c == '`' || c == '$') {
                return Optional.empty();
            } else if (begins && DOUBLE.indexOf(c) >= 0) {
                return Optional.of(place(word, at, "quote", "\""));
            } else if (begins && SINGLE.indexOf(c) >= 0) {
                return Optional.of(place(word, at, "quote", "'"));
            }
            before = c;
        }
        return Optional.empty();
    }

    private static boolean isOption(String text) {
        char next = text.charAt(1);
        return DASHES.indexOf(next) >= 0 || next == '-' || Character.isLetterOrDigit(next);
    }

    private static Place place(ShellWord word, int at, String what, String instead) {
        return new Place(
                word.start() + at,
                "'" + word.text().charAt(at) + "' is a typographic " + what
                        + ", which a shell takes for a letter: write " + instead);
    }
}
