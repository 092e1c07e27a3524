package org.labcast.publisher.taskfile;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.labcast.model.LabcastException;
import org.labcast.model.order.ShellSession;
import org.labcast.model.order.Task;
import org.labcast.publisher.text.BoundedFile;

/**
 * A parsed task file: commands that are typed, one after the other, into one shell on each machine; {@code #} comments,
 * {@code #@} options, and a last line that is only an IP address as the job's log address.
 *
 * @param tasks whole commands, each with the options that apply to it
 * @param session the shell that they are typed into; empty: each has a shell of its own
 * @param logAddress empty when the file has none
 * @param warnings what the writer may want to know; the file is usable all the same
 * @param source the text it was read from; empty when only the commands are known
 */
public record TaskFile(
        String name,
        List<Task> tasks,
        Optional<ShellSession> session,
        String logAddress,
        List<TaskFileFinding> warnings,
        Optional<TaskSource> source) {
    /** Larger than any list of commands written by hand: 2 MiB. */
    public static final int LARGEST = 2 << 20;

    public TaskFile {
        tasks = List.copyOf(tasks);
        warnings = List.copyOf(warnings);
    }

    /** The same commands under another name. */
    public TaskFile named(String other) {
        return new TaskFile(other, tasks, session, logAddress, warnings, source);
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

    /** The same; with {@code strict} its warnings are errors. */
    public static TaskFile read(Path file, boolean strict) {
        TaskFile read = read(file);
        if (strict && !read.warnings().isEmpty()) {
            throw new TaskFileException(read.warnings());
        }
        return read;
    }

    /** Parses the content of a file; {@code path} is what complaints call it. */
    public static TaskFile parse(String name, String path, byte[] content) {
        return new TaskFileParser(name, path).parse(content);
    }
}
