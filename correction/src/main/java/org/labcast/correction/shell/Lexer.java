package org.labcast.correction.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labcast.correction.shell.Token.Kind;

/** Cuts a line, or what a substitution in it holds, into tokens without losing a character. */
final class Lexer {
    private static final Pattern BLANK = Pattern.compile("(?:[ \\t]|\\\\\\n)++");
    private static final Pattern COMMENT = Pattern.compile("#[^\\n]*+");
    private static final Pattern REDIRECTION =
            Pattern.compile("(?:\\d*+(?:<<<|<<-|<<|<>|<&|<(?!\\()|>>|>&|>\\||>(?!\\())|&>>|&>)");
    private static final Pattern OPERATOR = Pattern.compile("&&|\\|\\||;;|\\|&|[;|&()]");

    /** Each is looked for down to the end of the text; nobody writes so many without an end. */
    private static final int MOST_MISSING = 100;

    private final String text;
    private final int base;
    private final List<Token> tokens = new ArrayList<>();
    /** Here-documents that begin behind the next line end. */
    private final List<Awaited> awaited = new ArrayList<>();

    /** Those whose end is nowhere below. */
    private final Set<Awaited> missing = new HashSet<>();

    private String redirection = "";
    private int at;

    private record Awaited(String delimiter, boolean tabs) {}

    /** @param base index of the text's first character in the line */
    Lexer(String text, int base) {
        this.text = text;
        this.base = base;
    }

    /** All tokens in order; a here-document whose end is missing is none. */
    List<Token> read() {
        while (at < text.length()) {
            if (text.charAt(at) == '\n') {
                add(Kind.NEWLINE, at + 1);
                awaited.forEach(this::document);
                awaited.clear();
            } else if (matched(Kind.REDIRECTION, REDIRECTION)) {
                redirection = tokens.get(tokens.size() - 1).text();
            } else if (!matched(Kind.BLANK, BLANK)
                    && !matched(Kind.COMMENT, COMMENT)
                    && !matched(Kind.OPERATOR, OPERATOR)) {
                word();
            }
        }
        return tokens;
    }

    private void word() {
        add(Kind.WORD, new WordScanner(text).end(at));
        if (Redirection.isDocument(redirection)) {
            String delimiter = WordValue.of(tokens.get(tokens.size() - 1)).value();
            awaited.add(new Awaited(delimiter, redirection.endsWith("-")));
        }
        redirection = "";
    }

    private void document(Awaited document) {
        if (missing.contains(document) || missing.size() > MOST_MISSING) {
            return;
        }
        int line = at;
        while (line < text.length()) {
            int end = text.indexOf('\n', line) < 0 ? text.length() : text.indexOf('\n', line);
            String written = text.substring(line, end);
            if ((document.tabs() ? written.replaceFirst("^\t+", "") : written).equals(document.delimiter())) {
                add(Kind.DOCUMENT, end);
                return;
            }
            line = end + 1;
        }
        missing.add(document);
    }

    private boolean matched(Kind kind, Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
        if (!matcher.lookingAt()) {
            return false;
        }
        add(kind, matcher.end());
        return true;
    }

    private void add(Kind kind, int end) {
        tokens.add(new Token(kind, text.substring(at, end), base + at));
        at = end;
    }
}
