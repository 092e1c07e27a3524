package org.labcast.publisher.taskfile;

import java.nio.file.Path;
import org.labcast.model.Bytes;

/**
 * A task file as it was read.
 *
 * @param path where it stood, absolute
 * @param content all of its bytes
 */
public record TaskSource(String path, Bytes content) {
    static TaskSource of(String path, Bytes content) {
        return new TaskSource(Path.of(path).toAbsolutePath().normalize().toString(), content);
    }

    /** What complaints and titles call it. */
    public String name() {
        return String.valueOf(Path.of(path).getFileName());
    }

    /** Where a corrected copy goes: {@code tasks.fixed.txt} beside {@code tasks.txt}. */
    public Path beside() {
        int dot = name().lastIndexOf('.');
        String stem = dot > 0 ? name().substring(0, dot) : name();
        return Path.of(path).resolveSibling(stem + ".fixed" + name().substring(stem.length()));
    }

    /** Parses it once more. */
    public TaskFile parse() {
        return TaskFile.parse(name(), path, content.toArray());
    }
}
