package org.labcast.agent.worker;

import java.util.List;
import java.util.function.Supplier;
import org.labcast.agent.exec.CorrectionSource;
import org.labcast.agent.exec.Surroundings;
import org.labcast.agent.machine.LinuxMachineFacts;
import org.labcast.agent.rules.RuleSet;
import org.labcast.correction.FailedCommand;
import org.labcast.model.Attempt;
import org.labcast.model.Correction;
import org.labcast.model.Ending;
import org.labcast.model.Task;

/** Asks the correction rules about a failure, as this machine looks to the user and from the folder of the task. */
public final class MachineCorrections implements CorrectionSource {
    private final Supplier<RuleSet> rules;

    /** @param rules asked before each correction for those that are in force */
    public MachineCorrections(Supplier<RuleSet> rules) {
        this.rules = rules;
    }

    @Override
    public List<Correction> suggest(Task task, Attempt failed) {
        if (!(failed.ending() instanceof Ending.Exited exited)) {
            return List.of();
        }
        Surroundings around = Surroundings.of(task.options());
        FailedCommand command = Failures.of(failed.command(), exited.code(), failed.out(), failed.err());
        return rules.get()
                .corrector()
                .suggest(command, new LinuxMachineFacts(around.folder(), around.user(), around.searchPath()));
    }
}
