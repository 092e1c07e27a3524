package org.labcast.correction;

import java.util.Optional;
import java.util.Set;

/**
 * What rules may ask about the machine and the user that a command failed for.
 *
 * <p>Answers are read-only, bounded in number and time, and the same for as long as one task lasts. Something that cannot be
 * learnt is answered with "nothing known", never with an exception.
 */
public interface MachineFacts {
    /** Names of one kind; empty when unknown. */
    Set<String> names(NameKind kind);

    /** What lies at the path; a relative one is seen from the command's working directory. */
    PathKind path(String path);

    /** Names in a directory (relative ones as in {@link #path}); empty when it is none, or unreadable. */
    Set<String> entries(String directory);

    Machine machine();

    /**
     * Whether the path, and each folder that leads to it, can be changed by root or the user of the command alone; false when unknown.
     */
    default boolean isGuarded(String path) {
        return false;
    }

    /** Whether the path is, or lies below, a place where something is to be mounted and is not; false when unknown. */
    default boolean isIdleMountPoint(String path) {
        return false;
    }

    /**
     * What a read-only query, such as {@code apt-get --help}, prints; empty when the machine does not answer it.
     *
     * <p>The adapter decides which queries it is willing to run; words are separated by one space.
     */
    Optional<String> answer(String query);
}
