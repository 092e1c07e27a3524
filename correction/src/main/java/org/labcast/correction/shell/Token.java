package org.labcast.correction.shell;

/**
 * A piece of the line; all tokens in order make up the line again.
 *
 * @param start index of its first character in the line, from 0
 */
record Token(Kind kind, String text, int start) {
    enum Kind {
        BLANK,
        NEWLINE,
        COMMENT,
        /** The lines of a here-document, the one that ends it included. */
        DOCUMENT,
        WORD,
        OPERATOR,
        REDIRECTION
    }

    int end() {
        return start + text.length();
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
