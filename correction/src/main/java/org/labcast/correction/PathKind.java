package org.labcast.correction;

/** What lies at a path, symbolic links followed. */
public enum PathKind {
    /** Anything that is not a directory. */
    FILE,
    DIRECTORY,
    ABSENT,
    /** The machine does not say; rules take it for neither present nor absent. */
    UNKNOWN
}
