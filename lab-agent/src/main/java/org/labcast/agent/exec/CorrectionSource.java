package org.labcast.agent.exec;

import java.util.List;
import org.labcast.model.Attempt;
import org.labcast.model.Correction;
import org.labcast.model.Task;

/** Knows what else could be run instead of a command that failed. */
public interface CorrectionSource {
    /** Nothing is ever corrected. */
    CorrectionSource NONE = (task, failed) -> List.of();

    /**
     * Corrections of {@code failed.command()}, best first; empty when there is none.
     *
     * @param failed the attempt that ended with an exit code other than 0, itself perhaps a correction
     */
    List<Correction> suggest(Task task, Attempt failed);
}
