package org.labcast.correction.rule.line;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.ParsedLine;
import org.labcast.correction.shell.Word;

/**
 * A quote that is opened and never closed, or closed with the other kind.
 *
 * <p>The shell has then run nothing of the line; of several lines it may have run the ones before.
 */
public final class UnclosedQuote implements Rule {
    private static final Pattern SPECIAL = Pattern.compile("[$`\\\\!]");
    private static final Pattern PATH =
            Pattern.compile("\\s(?:\\.{0,2}/)?[\\w.-]{1,60}(?:/[\\w.-]{1,60}){0,20}+(?=\\s|$)");
    private static final Set<String> LOOKS = Set.of(
            "echo",
            "printf",
            "grep",
            "egrep",
            "fgrep",
            "zgrep",
            "cat",
            "head",
            "tail",
            "ls",
            "wc",
            "cut",
            "tr",
            "jq",
            "ps",
            "stat",
            "du",
            "df",
            "uniq",
            "basename",
            "dirname",
            "expr",
            "test",
            "[");
    private static final Pattern SEVERAL_WORDS = Pattern.compile("[\\s;&|()<>]");

    @Override
    public String name() {
        return "unclosed_quote";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        String text = context.script().text().stripTrailing();
        int open = opening(text);
        if (context.script().readable() || open < 0 || open == text.length() - 1) {
            return List.of();
        }
        boolean sure = text.indexOf('\n') < 0;
        char quote = text.charAt(open);
        char other = quote == '"' ? '\'' : '"';
        String inner = text.substring(open + 1);
        String before = text.substring(0, open);
        if (inner.indexOf(other) == inner.length() - 1) {
            return List.of(Suggestion.sure(
                    sure,
                    before + requoted(quote, inner.substring(0, inner.length() - 1)),
                    "The quote is opened with one sign and closed with another."));
        }
        Matcher path = PATH.matcher(inner);
        if (!inner.startsWith(" ") && path.find() && exists(context, path.group())) {
            boolean oneWord = inner.substring(0, path.start()).indexOf(' ') < 0;
            return List.of(Suggestion.sure(
                    sure && oneWord,
                    before + quote + inner.substring(0, path.start()) + quote + inner.substring(path.start()),
                    "The quote " + quote + " is never closed; the path behind it exists."));
        }
        Optional<Suggestion> within = within(before, quote, inner);
        Suggestion atEnd = Suggestion.sure(
                sure && within.isEmpty() && (!SEVERAL_WORDS.matcher(inner).find() || looks(text + quote)),
                text + quote,
                "The quote " + quote + " is opened and never closed.");
        List<Suggestion> closed =
                Stream.concat(within.stream(), Stream.of(atEnd)).toList();
        boolean apostrophe = quote == '\'' && before.matches("(?s).*\\p{L}") && Character.isLetter(inner.charAt(0));
        return apostrophe
                ? List.of(Suggestion.risky(before + "\\'" + inner, "The apostrophe opens a quote; so it is a letter."))
                : closed;
    }

    /** Wherever the quote should have ended, a command that only looks harms nothing. */
    private static boolean looks(String text) {
        ParsedLine mended = ParsedLine.read(text);
        return mended.readable()
                && !mended.opaque()
                && !mended.structured()
                && mended.commands().stream()
                        .allMatch(command -> LOOKS.contains(command.tool())
                                && command.redirections().isEmpty()
                                && command.words().stream().noneMatch(Word::substitutes));
    }

    private static boolean exists(FailureContext context, String path) {
        PathKind kind = context.facts().path(path.strip());
        return kind == PathKind.FILE || kind == PathKind.DIRECTORY;
    }

    /** The only one of the other kind ends a word before the line's end: {@code grep "foo' bar.txt}. */
    private static Optional<Suggestion> within(String before, char quote, String inner) {
        char other = quote == '"' ? '\'' : '"';
        int at = inner.indexOf(other);
        boolean ends = at > 0
                && at == inner.lastIndexOf(other)
                && !Character.isWhitespace(inner.charAt(at - 1))
                && at + 1 < inner.length()
                && Character.isWhitespace(inner.charAt(at + 1));
        if (!ends) {
            return Optional.empty();
        }
        return Optional.of(Suggestion.risky(
                before + requoted(quote, inner.substring(0, at)) + inner.substring(at + 1),
                "The quote is opened with one sign, and perhaps closed with another."));
    }

    /** In double quotes, unless these would give it another meaning than the quotes that it was begun with. */
    private static String requoted(char quote, String content) {
        char meant = SPECIAL.matcher(content).find() ? quote : '"';
        return meant + content + meant;
    }

    /** Index of the quote that nothing closes, or -1. */
    private static int opening(String text) {
        int open = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && (open < 0 || text.charAt(open) == '"')) {
                i++;
            } else if (open < 0 && (c == '"' || c == '\'')) {
                open = i;
            } else if (open >= 0 && c == text.charAt(open)) {
                open = -1;
            }
        }
        return open;
    }
}
