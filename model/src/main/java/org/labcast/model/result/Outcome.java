package org.labcast.model.result;

import java.util.List;
import org.labcast.model.InvalidValueException;

/**
 * What became of one task on one host.
 *
 * @param task index of the task within the job, from 0
 * @param attempts in the order they ran; empty when nothing ran
 * @param suggestions corrections that were found and not run, best first
 * @param advice sentences about what was not corrected because a person must look at it; most often none
 */
public record Outcome(
        int task, TaskState state, List<Attempt> attempts, List<Correction> suggestions, List<String> advice) {
    public Outcome {
        if (task < 0) {
            throw new InvalidValueException("tasks count from 0");
        }
        attempts = List.copyOf(attempts);
        suggestions = List.copyOf(suggestions);
        advice = List.copyOf(advice);
    }

    /** Without advice. */
    public Outcome(int task, TaskState state, List<Attempt> attempts, List<Correction> suggestions) {
        this(task, state, attempts, suggestions, List.of());
    }
}
