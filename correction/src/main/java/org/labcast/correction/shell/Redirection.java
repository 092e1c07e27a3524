package org.labcast.correction.shell;

import org.jspecify.annotations.Nullable;

/**
 * A redirection such as {@code 2>>log}.
 *
 * @param operator as written, the number of the stream included
 * @param start index of the operator's first character in the line, from 0
 */
public record Redirection(String operator, int start, Word target) {
    /** Whether it opens a file to write to it; duplications such as {@code 2>&1} do not. */
    public boolean writes() {
        return operator.contains(">") && !duplicates();
    }

    /** Whether an existing file loses what was in it. */
    public boolean truncates() {
        return writes() && !operator.contains(">>") && !operator.contains("<>");
    }

    /** Whether lines of the text itself are read, down to the one that is its target. */
    public boolean document() {
        return isDocument(operator);
    }

    static boolean isDocument(String operator) {
        return operator.endsWith("<<-") || (operator.endsWith("<<") && !operator.endsWith("<<<"));
    }

    private boolean duplicates() {
        return operator.endsWith(">&") && target.value().matches("[0-9]+|-");
    }

    /** By hand, as {@link Word}'s. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Redirection one
                && start == one.start
                && operator.equals(one.operator)
                && target.equals(one.target);
    }

    @Override
    public int hashCode() {
        return 31 * start + operator.hashCode();
    }
}
