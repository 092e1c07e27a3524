package org.labcast.text;

/** Text from elsewhere made safe to show: control characters and malformed surrogates become visible escapes. */
public final class Printable {
    private static final int JOINER = 0x200D;
    private static final int EMOJI_STYLE = 0xFE0F;

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
        int before = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if ((keepLines && (c == '\n' || c == '\t'))
                    || !hidden(c)
                    || (c == JOINER && next < text.length() && joins(before, text.codePointAt(next)))) {
                shown.appendCodePoint(c);
            } else {
                shown.append(c < 0x100 ? String.format("\\x%02x", c) : String.format("\\u%04x", c));
            }
            before = c;
        }
        return shown.toString();
    }

    /** Between two pictures the joiner makes one of them, and hides nothing. */
    private static boolean joins(int before, int after) {
        boolean picture = Character.getType(before) == Character.OTHER_SYMBOL
                || before == EMOJI_STYLE
                || (before >= 0x1F3FB && before <= 0x1F3FF);
        return picture && Character.getType(after) == Character.OTHER_SYMBOL;
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
