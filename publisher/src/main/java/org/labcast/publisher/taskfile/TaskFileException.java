package org.labcast.publisher.taskfile;

import java.util.List;
import java.util.stream.Collectors;
import org.labcast.model.LabcastException;

/** A task file that cannot be used; the message has one line for each error. */
public final class TaskFileException extends LabcastException {
    TaskFileException(List<TaskFileFinding> errors) {
        super(errors.stream().map(TaskFileFinding::toString).collect(Collectors.joining("\n")));
    }
}
