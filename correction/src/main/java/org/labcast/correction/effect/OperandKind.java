package org.labcast.correction.effect;

import java.util.Locale;
import java.util.Set;

/** What an operand or the value of an option names. */
public enum OperandKind {
    /** Any text: a pattern, a message, an expression without effect. */
    TEXT,
    /** A path that is read. */
    PATH,
    /** A path that is made. */
    NEW,
    PACKAGE,
    UNIT,
    USER,
    GROUP,
    HOST,
    /** A URL that is read. */
    URL,
    NUMBER,
    /** A name of another kind: a branch, a device, an interface, a container. */
    NAME,
    /** A format that begins with a plus, as in {@code date +%F}. */
    FORMAT,
    /** A script of sed that only prints. */
    SED,
    /** A program of awk that only prints. */
    AWK,
    /** A phase of Maven's life cycle before deploy. */
    GOAL,
    /** A branch. */
    BRANCH,
    /** A remote, or a branch or tag of it, that is fetched and written over nothing. */
    REF,
    /** Where a repository is cloned from. */
    REPOSITORY,
    /** A time zone below {@code /usr/share/zoneinfo}. */
    ZONE,
    /** A setting of apt that only says how long to wait for a lock. */
    LOCK_WAIT,
    /** What {@code service} may do to a unit and bear being done. */
    SERVICE_VERB,
    /** A file of settings that says which system this is. */
    RELEASE;

    /** What {@link #GOAL} may be. */
    public static Set<String> goals() {
        return Operand.GOALS;
    }

    static OperandKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
