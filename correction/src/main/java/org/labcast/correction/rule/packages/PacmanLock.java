package org.labcast.correction.rule.packages;

import java.util.Optional;
import org.labcast.correction.Advice;
import org.labcast.correction.FailureContext;

/** pacman's lock is a plain file: whether another pacman is at work or an earlier one crashed, the file does not say. */
public final class PacmanLock implements Advice {
    @Override
    public String name() {
        return "pacman_lock";
    }

    @Override
    public Optional<String> give(FailureContext context) {
        return Family.PACMAN.runsIn(context) && context.says().contains("could not lock database: File exists")
                ? Optional.of("Another pacman is at work, or one crashed and left /var/lib/pacman/db.lck: push again"
                        + " later; if no pacman runs on the machine, remove that file by hand.")
                : Optional.empty();
    }
}
