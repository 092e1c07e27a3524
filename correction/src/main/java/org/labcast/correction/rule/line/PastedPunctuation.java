package org.labcast.correction.rule.line;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;

/** A web page or a word processor turned quotes, dashes and blanks into typographic ones. */
public final class PastedPunctuation implements Rule {
    private static final Map<Character, String> QUOTES = Map.of(
            '\u201c', "\"", '\u201d', "\"", '\u201e', "\"", '\u2018', "'", '\u2019', "'", '\u201a', "'", '\u00a0', " ",
            '\u202f', " ", '\u200b', "", '\ufeff', "");
    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212";
    private static final Pattern LONG_OPTION = Pattern.compile("\\p{Alpha}[\\w-]{3,}.*", Pattern.DOTALL);

    @Override
    public String name() {
        return "pasted_punctuation";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        String text = context.script().text();
        String mended = mend(text);
        return mended.equals(text)
                ? List.of()
                : List.of(Suggestion.safe(
                        mended, "It holds typographic quotes, dashes or blanks, which no shell understands."));
    }

    private static String mend(String text) {
        StringBuilder mended = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == 0 && startsWord(text, i) && DASHES.indexOf(c) >= 0) {
                mended.append(dash(text, i));
            } else {
                mended.append(quote == 0 ? QUOTES.getOrDefault(c, String.valueOf(c)) : String.valueOf(c));
            }
            quote = c == quote ? 0 : quote == 0 && (c == '"' || c == '\'') ? c : quote;
        }
        return mended.toString();
    }

    private static boolean startsWord(String text, int at) {
        return at > 0 && (Character.isWhitespace(text.charAt(at - 1)) || Character.isSpaceChar(text.charAt(at - 1)));
    }

    /** Editors make one dash of {@code --}: before a word it was two, before a letter or two it was one. */
    private static String dash(String text, int at) {
        String behind = text.substring(at + 1);
        return LONG_OPTION.matcher(behind.split("\\s", 2)[0]).matches() ? "--" : "-";
    }
}
