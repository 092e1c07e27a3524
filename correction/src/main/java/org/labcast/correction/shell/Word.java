package org.labcast.correction.shell;

import org.jspecify.annotations.Nullable;

/**
 * A word of a command.
 *
 * @param text as written, quotes included
 * @param start index of its first character in the line, from 0
 * @param value what the shell makes of it when it needs no expansion: quotes and escapes removed
 * @param literal whether it needs no expansion; otherwise {@code value} still holds the {@code $} or {@code *}
 */
public record Word(String text, int start, String value, boolean literal) {
    public int end() {
        return start + text.length();
    }

    public boolean is(String other) {
        return value.equals(other);
    }

    /** Whether it looks like an option; a lone dash is an operand. */
    public boolean option() {
        return value.length() > 1 && value.startsWith("-");
    }

    /** Whether reading it runs commands: {@code $(…)}, backquotes, {@code <(…)}. */
    public boolean substitutes() {
        return !literal && (text.contains("$(") || text.contains("`") || text.contains("<(") || text.contains(">("));
    }

    /** Whether it is written without quotes or escapes, so that it can be mended letter by letter. */
    public boolean bare() {
        return literal && text.equals(value);
    }

    /** By hand: the compiler's own would make method handles, which cost the first correction of a process 20 ms. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Word word
                && start == word.start
                && literal == word.literal
                && text.equals(word.text)
                && value.equals(word.value);
    }

    @Override
    public int hashCode() {
        return 31 * start + text.hashCode();
    }
}
