package org.labcast.shell;

/**
 * A word as it is written, quotes included.
 *
 * @param start index of its first character in the text
 */
public record ShellWord(int start, String text) {
    /** Whether the shell takes it as it stands: no quotes, expansions or patterns. */
    public boolean literal() {
        return text.chars().noneMatch(c -> "'\"\\$`*?[~".indexOf(c) >= 0);
    }

    /** Whether it is exactly this, without quotes. */
    public boolean is(String other) {
        return text.equals(other);
    }

    /** The text without its quotes; expansions stay as they are written. */
    public String unquoted() {
        StringBuilder plain = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if (c == '\\' && quote != '\'' && i + 1 < text.length()) {
                plain.append(text.charAt(++i));
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    public int end() {
        return start + text.length();
    }
}
