package org.labcast.correction.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labcast.correction.shell.Token.Kind;

/** Cuts a line into tokens without losing a character. */
final class Lexer {
    private static final Pattern BLANK = Pattern.compile("(?:[ \\t]|\\\\\\n)++");
    private static final Pattern COMMENT = Pattern.compile("#[^\\n]*+");
    private static final Pattern REDIRECTION =
            Pattern.compile("(?:\\d*+(?:<<<|<<-|<<|<>|<&|<(?!\\()|>>|>&|>\\||>(?!\\())|&>>|&>)");
    private static final Pattern OPERATOR = Pattern.compile("&&|\\|\\||;;|\\|&|[;|&()]");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Lexer(String text) {
        this.text = text;
    }

    /** All tokens in order. */
    List<Token> read() {
        while (at < text.length()) {
            if (text.charAt(at) == '\n') {
                add(Kind.NEWLINE, at + 1);
            } else if (!matched(Kind.BLANK, BLANK)
                    && !matched(Kind.COMMENT, COMMENT)
                    && !matched(Kind.REDIRECTION, REDIRECTION)
                    && !matched(Kind.OPERATOR, OPERATOR)) {
                add(Kind.WORD, new WordScanner(text).end(at));
            }
        }
        return tokens;
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
        tokens.add(new Token(kind, text.substring(at, end), at));
        at = end;
    }
}
