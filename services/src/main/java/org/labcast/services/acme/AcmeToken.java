package org.labcast.services.acme;

/**
 * A piece of the text.
 *
 * @param text as written; of a string, what stands between the quotes with its escapes resolved
 * @param start index in the file of its first character, from 0
 * @param end index behind its last one
 */
record AcmeToken(Kind kind, String text, int start, int end) {
    enum Kind {
        NAME,
        NUMBER,
        STRING,
        SYMBOL,
        END
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isWord(String word) {
        return kind == Kind.NAME && text.equalsIgnoreCase(word);
    }

    boolean isOpening() {
        return kind == Kind.SYMBOL && "([{".contains(text);
    }

    boolean isClosing() {
        return kind == Kind.SYMBOL && ")]}".contains(text);
    }

    /** As a message names it. */
    String shown() {
        return switch (kind) {
            case END -> "the end of the file";
            case STRING -> "the text \"" + (text.length() > 20 ? text.substring(0, 20) + "…" : text) + "\"";
            default -> "'" + text + "'";
        };
    }
}
