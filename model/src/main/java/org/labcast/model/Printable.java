package org.labcast.model;

/** Text from elsewhere made safe to show: control characters and malformed surrogates become visible escapes. */
public final class Printable {
    private Printable() {}

    /** One line: line breaks and tabs are escaped too. */
    public static String of(String text) {
        return escape(text, false);
    }

    /** Several lines: line feeds and tabs stay. */
    public static String lines(String text) {
        return escape(text, true);
    }

    private static String escape(String text, boolean keepLines) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if ((keepLines && (c == '\n' || c == '\t')) || !hidden(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append(c < 0x100 ? String.format("\\x%02x", c) : String.format("\\u%04x", c));
            }
        });
        return shown.toString();
    }

    /** Escape sequences could redraw a terminal, bidirectional marks could make a line read as another. */
    private static boolean hidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR -> true;
            case Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
