package org.labcast.services.acme;

import java.util.ArrayList;
import java.util.List;
import org.labcast.services.acme.AcmeToken.Kind;

/** Cuts the text into tokens; blanks and comments are none. */
final class AcmeLexer {
    private final Source source;
    private final String text;
    private final List<AcmeToken> tokens = new ArrayList<>();
    private int at;

    private AcmeLexer(Source source) {
        this.source = source;
        this.text = source.text();
    }

    /** The tokens of the whole text; the last one is its end. */
    static List<AcmeToken> read(Source source) {
        AcmeLexer lexer = new AcmeLexer(source);
        while (lexer.at < lexer.text.length()) {
            lexer.next();
        }
        lexer.tokens.add(new AcmeToken(Kind.END, "", lexer.text.length(), lexer.text.length()));
        return lexer.tokens;
    }

    private void next() {
        char c = text.charAt(at);
        if (Character.isWhitespace(c) || c == '\uFEFF') {
            at++;
        } else if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
        } else if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            if (end < 0) {
                throw new AcmeSyntaxException(source.at(at), "this comment is not closed; expected */ somewhere below");
            }
            at = end + 2;
        } else if (c == '"') {
            string();
        } else if (Character.isLetter(c) || c == '_' || c == '$') {
            name();
        } else if (Character.isDigit(c)) {
            number();
        } else {
            add(Kind.SYMBOL, at + 1);
        }
    }

    private void add(Kind kind, int end) {
        tokens.add(new AcmeToken(kind, text.substring(at, end), at, end));
        at = end;
    }

    /** Letters, digits, underscores; dashes between two of them belong to the name, as in {@code send-request}. */
    private void name() {
        int end = at + 1;
        while (part(dashes(end))) {
            end = dashes(end) + 1;
        }
        add(Kind.NAME, end);
    }

    private int dashes(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) == '-') {
            end++;
        }
        return end;
    }

    private boolean part(int index) {
        if (index >= text.length()) {
            return false;
        }
        char c = text.charAt(index);
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    private void number() {
        int end = digits(at);
        if (end + 1 < text.length() && text.charAt(end) == '.' && Character.isDigit(text.charAt(end + 1))) {
            end = digits(end + 1);
        }
        if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int sign = end + 1 < text.length() && "+-".indexOf(text.charAt(end + 1)) >= 0 ? end + 2 : end + 1;
            end = digits(sign) > sign ? digits(sign) : end;
        }
        if (end == digits(at) && part(end)) {
            // A name that begins with digits, as machines write them.
            name();
            return;
        }
        add(Kind.NUMBER, end);
    }

    private int digits(int from) {
        int end = from;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private void string() {
        StringBuilder value = new StringBuilder();
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '"') {
            if (text.charAt(end) == '\\' && end + 1 < text.length() && "\"\\".indexOf(text.charAt(end + 1)) >= 0) {
                end++;
            }
            value.append(text.charAt(end++));
        }
        if (end >= text.length()) {
            throw new AcmeSyntaxException(source.at(at), "this text is not closed; expected \" behind it");
        }
        tokens.add(new AcmeToken(Kind.STRING, value.toString(), at, end + 1));
        at = end + 1;
    }
}
