package org.labcast.shell;

/** Finds where words end: quotes, expansions, substitutions. The positions of a {@link CommandReader} move with it. */
final class WordReader {
    private static final String BREAKS = " \t\r\n;&|<>()";

    private final CommandReader reader;
    private final String text;

    WordReader(CommandReader reader, String text) {
        this.reader = reader;
        this.text = text;
    }

    /** Reads a word; returns the index behind it, which is {@code at} when none begins there. */
    int word(int from) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\') {
                at = escape(at);
            } else if (c == '\'') {
                at = single(at);
            } else if (c == '"') {
                at = doubled(at);
            } else if (c == '`') {
                at = backquoted(at);
            } else if (c == '$') {
                at = dollar(at, false);
            } else if ((c == '<' || c == '>') && at + 1 < text.length() && text.charAt(at + 1) == '(') {
                // Process substitution; in front of a blank it would be a redirection.
                at = reader.substitution(at, at + 2);
            } else if (c == '(' && at > from && isExtended(at - 1)) {
                at = group(at);
            } else if (c == '(' && at > from && text.charAt(at - 1) == '=') {
                at = array(at);
            } else if (BREAKS.indexOf(c) >= 0) {
                return at;
            } else {
                at++;
            }
        }
        return at;
    }

    /** Whether a pattern such as {@code @(a|b)} may begin with the character. */
    private boolean isExtended(int at) {
        return "?*+@!".indexOf(text.charAt(at)) >= 0;
    }

    int escape(int at) {
        if (at + 1 >= text.length()) {
            throw unfinished(at, "nothing follows the '\\'");
        }
        if (text.charAt(at + 1) == '\n' && at + 2 >= text.length()) {
            throw unfinished(at, "nothing follows the '\\' that continues this line");
        }
        return at + 2;
    }

    private int single(int at) {
        int end = text.indexOf('\'', at + 1);
        if (end < 0) {
            throw unfinished(at, "this ' is never closed");
        }
        return end + 1;
    }

    private int ansi(int at) {
        for (int i = at + 2; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '\'') {
                return i + 1;
            }
        }
        throw unfinished(at, "this $' is never closed");
    }

    int doubled(int from) {
        int at = from + 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                return at + 1;
            } else if (c == '\\') {
                at += 2;
            } else if (c == '`') {
                at = backquoted(at);
            } else if (c == '$') {
                at = dollar(at, true);
            } else {
                at++;
            }
        }
        throw unfinished(from, "this \" is never closed");
    }

    private int backquoted(int from) {
        for (int at = from + 1; at < text.length(); at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == '`') {
                return at + 1;
            }
        }
        throw unfinished(from, "this ` is never closed");
    }

    private int dollar(int at, boolean quoted) {
        if (text.startsWith("$((", at)) {
            int end = reader.arithmetic(at + 1);
            return end > 0 ? end : reader.substitution(at, at + 2);
        } else if (text.startsWith("$(", at)) {
            return reader.substitution(at, at + 2);
        } else if (text.startsWith("${", at)) {
            return reader.nested(at, () -> parameter(at, quoted));
        } else if (text.startsWith("$'", at) && !quoted && reader.dialect() == Dialect.BASH) {
            return ansi(at);
        } else if (text.startsWith("$[", at) && reader.dialect() == Dialect.BASH) {
            return bracketed(at);
        }
        return at + 1;
    }

    /** The old form of arithmetic. */
    private int bracketed(int from) {
        int open = 0;
        for (int at = from + 1; at < text.length(); at++) {
            open += text.charAt(at) == '[' ? 1 : text.charAt(at) == ']' ? -1 : 0;
            if (open == 0) {
                return at + 1;
            }
        }
        throw unfinished(from, "this $[ is never closed");
    }

    /** Between double quotes a single quote stands for itself, unless what follows is a pattern. */
    private int parameter(int from, boolean quoted) {
        int at = from + 2;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_!@*?-$".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        // ${#name}, ${##}, ${#}: the sign may belong to the name.
        if (at == from + 2 && at < text.length() && text.charAt(at) == '#') {
            at++;
        }
        boolean pattern = at < text.length() && "#%/^,".indexOf(text.charAt(at)) >= 0;
        boolean singles = !quoted || pattern;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '}') {
                return at + 1;
            } else if (c == '\\') {
                at += 2;
            } else if (c == '\'' && singles) {
                at = single(at);
            } else if (c == '"') {
                at = doubled(at);
            } else if (c == '`') {
                at = backquoted(at);
            } else if (c == '$') {
                at = dollar(at, quoted && !pattern);
            } else {
                at++;
            }
        }
        throw unfinished(from, "this ${ is never closed");
    }

    /** The rest of an extended pattern. */
    private int group(int from) {
        int at = from + 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ')') {
                return at + 1;
            }
            int end = word(at);
            at = end > at ? end : c == '(' ? group(at) : at + 1;
        }
        throw unfinished(from, "this ( is never closed");
    }

    /** The values of an array, with line ends and comments between them. */
    private int array(int from) {
        int at = from + 1;
        while (at < text.length()) {
            at = reader.blanksAndLines(at);
            if (at < text.length() && text.charAt(at) == ')') {
                return at + 1;
            }
            int end = word(at);
            if (end == at) {
                break;
            }
            at = end;
        }
        throw at < text.length()
                ? new ShellSyntaxException(
                        at, false, "'" + text.charAt(at) + "' cannot stand between values of an array")
                : unfinished(from, "this ( is never closed");
    }

    static ShellSyntaxException unfinished(int at, String message) {
        return new ShellSyntaxException(at, true, message);
    }
}
