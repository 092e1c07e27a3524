package org.labcast.agent.exec;

import java.util.List;
import java.util.Optional;
import org.labcast.model.OrderId;
import org.labcast.model.ShellSession;
import org.labcast.model.TaskOptions;

/**
 * One start of one command.
 *
 * @param task index of the task within the job, from 0
 * @param attempt running number of the attempt within the task, from 0
 * @param text for the shell
 * @param place within the job's shell; a command with a shell of its own is the first in it
 */
public record Command(OrderId job, int task, int attempt, String text, TaskOptions options, Place place) {
    /**
     * Where a command stands.
     *
     * @param session the shell that it is typed into; empty: it has one of its own
     * @param interpreter of a script that is handed over as a file
     * @param first whether nothing was typed into its user's shell before
     * @param earlier what was typed before, oldest first
     */
    public record Place(
            Optional<ShellSession> session, Optional<List<String>> interpreter, boolean first, List<String> earlier) {
        public static final Place ALONE = new Place(Optional.empty(), Optional.empty(), true, List.of());

        public Place {
            earlier = List.copyOf(earlier);
        }
    }

    /** With a shell of its own. */
    public Command(OrderId job, int task, int attempt, String text, TaskOptions options) {
        this(job, task, attempt, text, options, Place.ALONE);
    }

    Optional<List<String>> interpreter() {
        return place.interpreter();
    }
}
