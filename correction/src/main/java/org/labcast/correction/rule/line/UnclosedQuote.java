package org.labcast.correction.rule.line;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;

/**
 * A quote that is opened and never closed, or closed with the other kind.
 *
 * <p>The shell has then run nothing of the line; of several lines it may have run the ones before.
 */
public final class UnclosedQuote implements Rule {
    private static final Pattern SPECIAL = Pattern.compile("[$`\\\\!]");
    private static final Pattern SEVERAL_WORDS = Pattern.compile("[\\s;&|()<>]");

    @Override
    public String name() {
        return "unclosed_quote";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        String text = situation.script().text().stripTrailing();
        int open = opening(text);
        if (situation.script().readable() || open < 0 || open == text.length() - 1) {
            return List.of();
        }
        boolean sure = text.indexOf('\n') < 0;
        char quote = text.charAt(open);
        char other = quote == '"' ? '\'' : '"';
        String inner = text.substring(open + 1);
        String before = text.substring(0, open);
        if (inner.indexOf(other) == inner.length() - 1) {
            String content = inner.substring(0, inner.length() - 1);
            char meant = SPECIAL.matcher(content).find() ? quote : '"';
            return List.of(Suggestion.sure(
                    sure,
                    before + meant + content + meant,
                    "The quote is opened with one sign and closed with another."));
        }
        List<Suggestion> closed = List.of(Suggestion.sure(
                sure && !SEVERAL_WORDS.matcher(inner).find(),
                text + quote,
                "The quote " + quote + " is opened and never closed."));
        boolean apostrophe = quote == '\'' && before.matches("(?s).*\\p{L}") && Character.isLetter(inner.charAt(0));
        return apostrophe
                ? List.of(Suggestion.risky(before + "\\'" + inner, "The apostrophe opens a quote; so it is a letter."))
                : closed;
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
