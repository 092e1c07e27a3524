package org.labcast.shell;

/** A text is no whole command: it does not end, or no shell would accept it. */
public final class ShellSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int offset;
    private final boolean unfinished;

    ShellSyntaxException(int offset, boolean unfinished, String message) {
        super(message);
        this.offset = offset;
        this.unfinished = unfinished;
    }

    /** Index in the text of what was opened and never closed, or of what is wrong. */
    public int offset() {
        return offset;
    }

    /** Whether more text could complete it. */
    public boolean unfinished() {
        return unfinished;
    }
}
