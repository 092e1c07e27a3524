package org.labcast.agent.session;

import java.util.List;

/**
 * What a shell knows of the command that it ran last.
 *
 * @param status its exit status
 * @param flags the shell's options that have a letter, as {@code $-} gives them
 * @param pipeline the exit statuses of its last pipeline, where the shell tells them
 */
record CommandEnd(int status, String flags, List<Integer> pipeline) {
    /** Before the first command. */
    static final CommandEnd NONE = new CommandEnd(0, "", List.of());

    CommandEnd {
        pipeline = List.copyOf(pipeline);
    }
}
