package org.labcast.agent.worker;

import java.util.List;
import org.labcast.agent.exec.CorrectionSource;
import org.labcast.agent.exec.Surroundings;
import org.labcast.agent.machine.LinuxMachineFacts;
import org.labcast.correction.Corrector;
import org.labcast.correction.FailedCommand;
import org.labcast.model.Attempt;
import org.labcast.model.Correction;
import org.labcast.model.Ending;
import org.labcast.model.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the correction rules about a failure, as this machine looks to the user and from the folder of the task. */
public final class MachineCorrections implements CorrectionSource {
    private static final Logger LOG = LoggerFactory.getLogger(MachineCorrections.class);

    private final Corrector corrector = new Corrector(
            (rule, failed, cause) -> LOG.warn("The correction rule {} crashed: {}", rule, cause.toString()));

    @Override
    public List<Correction> suggest(Task task, Attempt failed) {
        if (!(failed.ending() instanceof Ending.Exited exited)) {
            return List.of();
        }
        Surroundings around = Surroundings.of(task.options());
        FailedCommand command = Failures.of(failed.command(), exited.code(), failed.out(), failed.err());
        return corrector.suggest(command, new LinuxMachineFacts(around.folder(), around.user(), around.searchPath()));
    }
}
