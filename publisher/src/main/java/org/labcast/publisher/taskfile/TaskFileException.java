package org.labcast.publisher.taskfile;

import java.util.List;
import java.util.stream.Collectors;
import org.labcast.model.LabcastException;

/** A task file that cannot be used; the message has one line for each error. */
public final class TaskFileException extends LabcastException {
    TaskFileException(List<Finding> errors) {
        super(errors.stream().map(Finding::toString).collect(Collectors.joining("\n")));
    }
}
