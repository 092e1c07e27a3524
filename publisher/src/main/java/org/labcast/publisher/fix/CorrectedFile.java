package org.labcast.publisher.fix;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.labcast.model.LabcastException;
import org.labcast.model.order.Job;
import org.labcast.model.order.Task;
import org.labcast.publisher.taskfile.TaskFile;
import org.labcast.publisher.taskfile.TaskFileEdit;
import org.labcast.publisher.taskfile.TaskFileException;
import org.labcast.publisher.taskfile.TaskSource;

/**
 * A task file that says what the hosts have taught.
 *
 * @param tasks the new file as it parses; its source has the place of the old one
 * @param edit how it came from the old text
 */
public record CorrectedFile(TaskFile tasks, TaskFileEdit edit) {
    /**
     * Writes the lessons that were taken into a copy, and reads that back.
     *
     * @throws LabcastException when the copy would not say exactly what it is to say
     */
    public static CorrectedFile of(Job job, TaskSource source, LearnedCorrections learned) {
        TaskFile before = source.parse();
        if (!before.tasks().equals(job.tasks())) {
            throw new LabcastException("the file that was kept with the job " + job.id()
                    + " does not hold the job's commands: correct the file by hand; nothing was written");
        }
        SortedMap<Integer, String> commands = learned.commands();
        SortedMap<Integer, TaskFileEdit.Replacement> replacements = new TreeMap<>();
        before.tasks().stream()
                .filter(task -> commands.containsKey(task.line()))
                .forEach(task -> replacements.put(
                        task.line(),
                        new TaskFileEdit.Replacement(
                                task.command(), commands.getOrDefault(task.line(), task.command()))));
        TaskFileEdit edit = TaskFileEdit.of(source.content(), replacements);
        TaskFile after = read(new TaskSource(source.path(), edit.content()));
        List<Task> intended = before.tasks().stream()
                .map(task -> with(task, commands.getOrDefault(task.line(), task.command()), task.line()))
                .toList();
        if (!plain(after.tasks()).equals(plain(intended)) || !after.logAddress().equals(before.logAddress())) {
            throw new LabcastException("the corrected copy of " + source.path()
                    + " would not be read as it is meant: correct the file by hand; nothing was written");
        }
        return new CorrectedFile(after, edit);
    }

    private static TaskFile read(TaskSource copy) {
        try {
            return copy.parse();
        } catch (TaskFileException e) {
            throw new LabcastException(
                    "the corrected copy would not be a task file: " + e.getMessage() + ": nothing was written", e);
        }
    }

    /** A command that took several lines may take one now, so those below move. */
    private static List<Task> plain(List<Task> tasks) {
        return tasks.stream().map(task -> with(task, task.command(), 1)).toList();
    }

    private static Task with(Task task, String command, int line) {
        return new Task(command, line, task.options(), task.change(), task.script());
    }
}
