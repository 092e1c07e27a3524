package org.labcast.services.acme;

import java.util.List;
import org.labcast.services.acme.AcmeToken.Kind;

/** Goes through the tokens and says what it expected where it did not find it. */
final class Cursor {
    private final Source source;
    private final List<AcmeToken> tokens;
    private int next;

    Cursor(Source source) {
        this.source = source;
        this.tokens = AcmeLexer.read(source);
    }

    AcmeToken peek() {
        return tokens.get(next);
    }

    /** The token behind the next one, or the end. */
    AcmeToken peekSecond() {
        return peek(1);
    }

    /** The token that comes when so many others have been taken, or the end. */
    AcmeToken peek(int others) {
        return tokens.get(Math.min(next + others, tokens.size() - 1));
    }

    AcmeToken take() {
        AcmeToken taken = peek();
        next = Math.min(next + 1, tokens.size() - 1);
        return taken;
    }

    Position here() {
        return at(peek());
    }

    Position at(AcmeToken token) {
        return source.at(token.start());
    }

    boolean atEnd() {
        return peek().kind() == Kind.END;
    }

    boolean accept(String symbol) {
        boolean found = peek().isSymbol(symbol);
        if (found) {
            take();
        }
        return found;
    }

    boolean acceptWord(String word) {
        boolean found = peek().isWord(word);
        if (found) {
            take();
        }
        return found;
    }

    void expect(String symbol, String where) {
        if (!accept(symbol)) {
            throw expected("'" + symbol + "' " + where);
        }
    }

    /** Whether the token that was taken last is this symbol. */
    boolean behind(String symbol) {
        return next > 0 && tokens.get(next - 1).isSymbol(symbol);
    }

    /** Whether {@code <<} or {@code >>} comes next, the two signs without a blank between them. */
    boolean atDouble(String symbol) {
        return peek().isSymbol(symbol)
                && peekSecond().isSymbol(symbol)
                && peekSecond().start() == peek().end();
    }

    boolean acceptDouble(String symbol) {
        boolean found = atDouble(symbol);
        if (found) {
            take();
            take();
        }
        return found;
    }

    /** A name, perhaps with dots or slashes between its parts, as {@code client.send}. */
    Name name(String what) {
        AcmeToken first = peek();
        if (first.kind() != Kind.NAME) {
            throw expected(what);
        }
        StringBuilder name = new StringBuilder(take().text());
        while (peek().isSymbol(".")
                && peekSecond().kind() == Kind.NAME
                && peek().end() == peekSecond().start()) {
            take();
            name.append('.').append(take().text());
        }
        return new Name(name.toString(), at(first));
    }

    /** The text of the file between the next token and the one before {@code end}, without blanks around it. */
    String textSince(AcmeToken first) {
        int end = next == 0 ? 0 : tokens.get(next - 1).end();
        return source.text()
                .substring(first.start(), Math.max(first.start(), end))
                .strip();
    }

    /** Whether the next token is the first of its line. */
    boolean beginsLine() {
        return next == 0 || at(tokens.get(next - 1)).line() < here().line();
    }

    /** Everything between the brace that comes next and the one that closes it. */
    void skipBraces() {
        AcmeToken first = peek();
        int open = 0;
        do {
            if (atEnd()) {
                throw expected("'}' to close the brace of line " + at(first).line());
            }
            open += peek().isSymbol("{") ? 1 : peek().isSymbol("}") ? -1 : 0;
            take();
        } while (open > 0);
    }

    AcmeSyntaxException expected(String what) {
        return new AcmeSyntaxException(here(), "expected " + what + "; found " + peek().shown());
    }
}
