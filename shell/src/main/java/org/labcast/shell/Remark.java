package org.labcast.shell;

/**
 * Something in a text that shells differ about, or that does not do what it looks like.
 *
 * @param offset index in the text
 * @param what as it is written, or its name; for messages
 */
public record Remark(int offset, Kind kind, String what) {
    /** What kind of thing. */
    public enum Kind {
        /** Syntax that bash knows and POSIX does not. */
        BASH,
        /** A variable that bash sets; {@link Remark#what} is its name. */
        BASH_VARIABLE,
        /** A menu. */
        SELECT,
        /** A backslash that seems to continue a line and only quotes the blank behind it. */
        BLANK_BEHIND_BACKSLASH,
        /** A comment that ends the command that the line above it continues. */
        COMMENT_ENDS_COMMAND,
        /** A backslash at the end of a comment, which continues nothing. */
        BACKSLASH_IN_COMMENT
    }
}
