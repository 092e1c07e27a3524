package org.labcast.publisher.taskfile;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.labcast.model.LabcastException;
import org.labcast.model.Task;
import org.labcast.publisher.text.BoundedFile;

/**
 * A parsed task file: one command a line, {@code #} comments, {@code #@} options, a backslash at the end of a line
 * continues it, and a last line that is only an IP address is the job's log address.
 *
 * @param tasks the commands with the options that apply to each
 * @param logAddress empty when the file has none
 * @param warnings what the writer may want to know; the file is usable all the same
 * @param source the text it was read from; empty when only the commands are known
 */
public record TaskFile(
        String name, List<Task> tasks, String logAddress, List<Finding> warnings, Optional<TaskSource> source) {
    /** Larger than any list of commands written by hand: 1 MiB. */
    public static final int LARGEST = 1 << 20;

    public TaskFile {
        tasks = List.copyOf(tasks);
        warnings = List.copyOf(warnings);
    }

    /** The same commands under another name. */
    public TaskFile named(String other) {
        return new TaskFile(other, tasks, logAddress, warnings, source);
    }

    /**
     * Reads and parses a file.
     *
     * @throws TaskFileException with every error found, each with its place
     * @throws LabcastException when the file cannot be read
     */
    public static TaskFile read(Path file) {
        byte[] content = BoundedFile.read(file, LARGEST, ": nothing was posted");
        return parse(String.valueOf(file.getFileName()), file.toString(), content);
    }

    /** Parses the content of a file; {@code path} is what complaints call it. */
    public static TaskFile parse(String name, String path, byte[] content) {
        return new TaskFileParser(name, path).parse(content);
    }
}
