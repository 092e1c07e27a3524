package org.labcast.model.order;

import java.util.List;
import java.util.Optional;
import org.labcast.model.InvalidValueException;

/**
 * Commands to run one after the other.
 *
 * @param title what people call it, usually the name of the task file
 * @param tasks 1 to {@value #MOST_TASKS}
 * @param logAddress the IP address in the last line of the task file, empty when there is none
 * @param session the shell that the commands are typed into; empty: each command has a shell of its own
 */
public record Job(Header header, String title, List<Task> tasks, String logAddress, Optional<ShellSession> session)
        implements Order {
    public static final int MOST_TASKS = 10_000;

    public Job {
        tasks = List.copyOf(tasks);
        if (tasks.isEmpty() || tasks.size() > MOST_TASKS) {
            throw new InvalidValueException("a job has 1 to " + MOST_TASKS + " commands, not " + tasks.size());
        }
    }

    /** Each command with a shell of its own. */
    public Job(Header header, String title, List<Task> tasks, String logAddress) {
        this(header, title, tasks, logAddress, Optional.empty());
    }
}
