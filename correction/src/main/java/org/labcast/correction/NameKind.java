package org.labcast.correction;

/** Kinds of names that a machine can list. */
public enum NameKind {
    /** Commands on the user's PATH. */
    EXECUTABLES,
    /** Packages that the package manager could install or has installed. */
    PACKAGES,
    /** Units of systemd with their suffix, such as {@code nginx.service}. */
    UNITS,
    /** Login names. */
    USERS,
    /** Groups that a user can be put into. */
    GROUPS
}
