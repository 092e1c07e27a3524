package org.labcast.correction.shell;

/** What a word means once quotes and escapes are removed (POSIX 2.6.7), and whether that is all there is to it. */
final class WordValue {
    private static final String EXPANDS = "$`*?[";

    private final String text;
    private final StringBuilder value = new StringBuilder();
    private boolean literal = true;

    private WordValue(String text) {
        this.text = text;
    }

    static Word of(Token token) {
        WordValue reading = new WordValue(token.text());
        reading.read();
        return new Word(token.text(), token.start(), reading.value.toString(), reading.literal);
    }

    private void read() {
        literal = !text.startsWith("~") && !text.startsWith("<(") && !text.startsWith(">(") && !braces();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\'') {
                at = single(at + 1);
            } else if (c == '"') {
                at = quoted(at + 1);
            } else if (c == '\\' && at + 1 < text.length()) {
                at = escaped(at + 1);
            } else {
                literal &= EXPANDS.indexOf(c) < 0;
                value.append(c);
                at++;
            }
        }
    }

    /** Brace expansion is bash's own; {@code {}} alone, as find takes it, is plain text. */
    private boolean braces() {
        return text.contains("{") && (text.contains(",") || text.contains(".."));
    }

    private int single(int from) {
        int end = text.indexOf('\'', from);
        int to = end < 0 ? text.length() : end;
        value.append(text, from, to);
        return to + 1;
    }

    private int quoted(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length() && "$`\"\\\n".indexOf(text.charAt(at + 1)) >= 0) {
                at = escaped(at + 1);
            } else {
                literal &= c != '$' && c != '`';
                value.append(c);
                at++;
            }
        }
        return at + 1;
    }

    private int escaped(int at) {
        if (text.charAt(at) != '\n') {
            value.append(text.charAt(at));
        }
        return at + 1;
    }
}
