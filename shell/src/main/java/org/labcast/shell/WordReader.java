package org.labcast.shell;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where words end: quotes, expansions, substitutions. The positions of a {@link CommandReader} move with it. */
final class WordReader {
    private static final Set<String> OF_BASH = Set.of(
            "RANDOM",
            "SRANDOM",
            "SECONDS",
            "EUID",
            "UID",
            "HOSTNAME",
            "HOSTTYPE",
            "MACHTYPE",
            "OSTYPE",
            "PIPESTATUS",
            "FUNCNAME",
            "BASH_SOURCE",
            "BASH_VERSION",
            "BASHPID",
            "GROUPS",
            "EPOCHSECONDS",
            "EPOCHREALTIME");
    /** Parameters that POSIX does not have; the first group is an array. */
    private static final Pattern EXTENDED = Pattern.compile("(#?[A-Za-z_]\\w*)(?=\\[)"
            + "|![A-Za-z_]\\w*[@*]?(?=\\})"
            + "|(?:[A-Za-z_]\\w*|[@*]|[0-9]+)(?:[/^,]|:(?![-=?+])|@[A-Za-z](?=\\}))");

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
                blankBehind(at);
                at = escape(at);
            } else if (c == '\'') {
                at = single(at);
            } else if (c == '"') {
                at = doubled(at);
            } else if (c == '`') {
                at = backquoted(at, false);
            } else if (c == '$') {
                at = dollar(at, false);
            } else if ((c == '<' || c == '>') && at + 1 < text.length() && text.charAt(at + 1) == '(') {
                // Process substitution; in front of a blank it would be a redirection.
                reader.remark(at, Remark.Kind.BASH, c + "(…)");
                at = reader.substitution(at, at + 2);
            } else if (c == '(' && at > from && isExtended(at - 1)) {
                int open = at;
                reader.remark(at - 1, Remark.Kind.BASH, "the pattern " + text.charAt(at - 1) + "(…)");
                at = reader.nested(open, () -> group(open));
            } else if (c == '(' && at > from && text.charAt(at - 1) == '=') {
                int open = at;
                reader.remark(
                        from, Remark.Kind.BASH, "the array " + text.substring(from, Math.min(at, from + 20)) + "(…)");
                at = reader.values(open, () -> array(open));
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

    private void blankBehind(int at) {
        int behind = at + 1;
        while (behind < text.length() && (text.charAt(behind) == ' ' || text.charAt(behind) == '\t')) {
            behind++;
        }
        if (behind > at + 1 && (behind == text.length() || text.charAt(behind) == '\n')) {
            reader.remark(at, Remark.Kind.BLANK_BEHIND_BACKSLASH, "\\");
        }
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
                at = backquoted(at, true);
            } else if (c == '$') {
                at = dollar(at, true);
            } else {
                at++;
            }
        }
        throw unfinished(from, "this \" is never closed");
    }

    /** Reads a text as if it stood between double quotes that do not end. */
    void expansions() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\') {
                at += 2;
            } else if (c == '`') {
                at = backquoted(at, true);
            } else if (c == '$') {
                at = dollar(at, true);
            } else {
                at++;
            }
        }
    }

    private int backquoted(int from, boolean quoted) {
        StringBuilder commands = new StringBuilder();
        for (int at = from + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '`') {
                reader.inner(commands.toString(), from);
                return at + 1;
            } else if (c == '\\' && at + 1 < text.length()) {
                char escaped = text.charAt(++at);
                if ("$`\\".indexOf(escaped) < 0 && !(quoted && escaped == '"')) {
                    commands.append(c);
                }
                commands.append(escaped);
            } else {
                commands.append(c);
            }
        }
        throw unfinished(from, "this ` is never closed");
    }

    private int dollar(int at, boolean quoted) {
        if (text.startsWith("$((", at)) {
            int end = reader.arithmetic(at + 1);
            return end > 0 ? end : reader.instead(end, at, "$((", () -> reader.substitution(at, at + 2));
        } else if (text.startsWith("$(", at)) {
            return reader.substitution(at, at + 2);
        } else if (text.startsWith("${", at)) {
            return reader.nested(at, () -> parameter(at, quoted));
        } else if (text.startsWith("$'", at) && !quoted) {
            reader.remark(at, Remark.Kind.BASH, "$'…'");
            return reader.dialect() == Dialect.BASH ? ansi(at) : at + 1;
        } else if (text.startsWith("$[", at) && reader.dialect() == Dialect.BASH) {
            return bracketed(at);
        }
        variable(at, at + 1);
        return at + 1;
    }

    private void variable(int dollar, int from) {
        int end = from;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        String name = text.substring(from, end);
        if (OF_BASH.contains(name)) {
            reader.remark(dollar, Remark.Kind.BASH_VARIABLE, name);
        }
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

    /** Says when a parameter that is written here is bash's. */
    private void extended(int from) {
        Matcher matcher = EXTENDED.matcher(text).region(from + 2, Math.min(from + 80, text.length()));
        variable(from, from + 2);
        if (matcher.lookingAt()) {
            reader.remark(
                    from,
                    Remark.Kind.BASH,
                    matcher.group(1) == null
                            ? "${" + matcher.group() + "…}"
                            : "the array ${" + matcher.group() + "[…]}");
        }
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
        extended(from);
        boolean pattern = at < text.length() && "#%/^,".indexOf(text.charAt(at)) >= 0;
        // Not so in bash, unless it is called sh.
        boolean singles = !quoted || pattern || reader.dialect() == Dialect.BASH;
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
                at = backquoted(at, quoted);
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
            int open = at;
            at = end > at ? end : c == '(' ? reader.nested(open, () -> group(open)) : at + 1;
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
