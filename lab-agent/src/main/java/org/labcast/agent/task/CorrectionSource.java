package org.labcast.agent.task;

import org.labcast.correction.Diagnosis;
import org.labcast.model.order.Task;
import org.labcast.model.result.Attempt;

/** Knows what else could be run instead of a command that failed. */
public interface CorrectionSource {
    /** Nothing is ever corrected. */
    CorrectionSource NONE = (task, failed) -> Diagnosis.NONE;

    /**
     * What is known of the failure of {@code failed.command()}.
     *
     * @param failed the attempt that ended with an exit code other than 0, itself perhaps a correction
     */
    Diagnosis diagnose(Task task, Attempt failed);
}
