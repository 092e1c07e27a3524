package org.labcast.shell;

/** Which shell reads a text. */
public enum Dialect {
    /** POSIX, as dash and busybox ash read it; what only bash knows is accepted where it makes no difference to where a command ends. */
    SH,
    BASH
}
