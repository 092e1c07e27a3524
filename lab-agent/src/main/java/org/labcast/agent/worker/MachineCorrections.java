package org.labcast.agent.worker;

import java.time.Clock;
import java.util.function.Supplier;
import org.labcast.agent.exec.CorrectionSource;
import org.labcast.agent.exec.Surroundings;
import org.labcast.agent.machine.KnownMachine;
import org.labcast.agent.machine.LinuxMachineFacts;
import org.labcast.agent.rules.RuleSet;
import org.labcast.correction.Diagnosis;
import org.labcast.correction.FailedCommand;
import org.labcast.model.Attempt;
import org.labcast.model.Ending;
import org.labcast.model.Task;

/** Asks the correction rules about a failure, as this machine looks to the user and from the folder of the task. */
public final class MachineCorrections implements CorrectionSource {
    private final Supplier<RuleSet> rules;
    private final KnownMachine known;

    /** @param rules asked before each correction for those that are in force */
    public MachineCorrections(Supplier<RuleSet> rules, Clock clock) {
        this.rules = rules;
        this.known = new KnownMachine(clock);
    }

    @Override
    public Diagnosis diagnose(Task task, Attempt failed) {
        return diagnose(task, failed, Surroundings.of(task.options()));
    }

    /** @param around where the command ran */
    Diagnosis diagnose(Task task, Attempt failed, Surroundings around) {
        if (!(failed.ending() instanceof Ending.Exited exited)) {
            return Diagnosis.NONE;
        }
        FailedCommand command =
                Failures.of(task.options(), failed.command(), exited.code(), failed.out(), failed.err());
        return rules.get()
                .corrector()
                .diagnose(command, LinuxMachineFacts.of(known, around.folder(), around.user(), around.searchPath()));
    }
}
