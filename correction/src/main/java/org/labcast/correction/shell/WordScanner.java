package org.labcast.correction.shell;

/** Finds where a word ends: quotes, escapes, {@code $(…)}, {@code ${…}} and backquotes hold it together. */
final class WordScanner {
    /** Nested substitutions deeper than this are no honest command; it bounds the stack. */
    private static final int DEEPEST = 50;

    private final String text;
    private int depth;

    WordScanner(String text) {
        this.text = text;
    }

    /** Index behind the word that starts at {@code from}; an unclosed quote reaches to the end of the line, see {@link #closed}. */
    int end(int from) {
        int at = from;
        while (at >= 0 && at < text.length() && (at == from || !ends(at))) {
            at = behindUnit(at);
        }
        return at < 0 ? text.length() : at;
    }

    /** Whether all quotes and brackets of the word that starts at {@code from} are closed. */
    boolean closed(int from) {
        int at = from;
        while (at >= 0 && at < text.length() && (at == from || !ends(at))) {
            at = behindUnit(at);
        }
        return at >= 0;
    }

    private boolean ends(int at) {
        return switch (text.charAt(at)) {
            case ' ', '\t', '\n', ';', '&', '|', ')', '(' -> true;
            case '<', '>' -> !startsWith(at + 1, "(");
            default -> false;
        };
    }

    /** Index behind the character, quote or substitution at {@code at}, or -1 when it is not closed. */
    int behindUnit(int at) {
        return switch (text.charAt(at)) {
            case '\\' -> at + 2 <= text.length() ? at + 2 : -1;
            case '\'' -> behind(text.indexOf('\'', at + 1));
            case '"' -> quoted(at + 1);
            case '`' -> backquoted(at + 1);
            case '$' -> dollar(at);
            case '<', '>' -> startsWith(at + 1, "(") ? nested(at + 2, ')') : at + 1;
            default -> at + 1;
        };
    }

    private int dollar(int at) {
        if (startsWith(at + 1, "(")) {
            return nested(at + 2, ')');
        }
        if (startsWith(at + 1, "{")) {
            return nested(at + 2, '}');
        }
        return startsWith(at + 1, "'") ? ansiQuoted(at + 2) : at + 1;
    }

    private int quoted(int from) {
        int at = from;
        while (at >= 0 && at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                return at + 1;
            }
            at = c == '\\' || c == '`' || (c == '$' && !startsWith(at + 1, "'")) ? behindUnit(at) : at + 1;
        }
        return -1;
    }

    private int ansiQuoted(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\'') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at < text.length() ? at + 1 : -1;
    }

    private int backquoted(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '`') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at < text.length() ? at + 1 : -1;
    }

    private int nested(int from, char close) {
        if (++depth > DEEPEST) {
            return -1;
        }
        int at = from;
        while (at >= 0 && at < text.length()) {
            char c = text.charAt(at);
            if (c == close) {
                depth--;
                return at + 1;
            }
            at = c == '(' ? nested(at + 1, ')') : behindUnit(at);
        }
        return -1;
    }

    private int behind(int index) {
        return index < 0 ? -1 : index + 1;
    }

    private boolean startsWith(int at, String what) {
        return text.startsWith(what, at);
    }
}
