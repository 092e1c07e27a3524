package org.labcast.agent.worker;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
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

    private final Function<String, Optional<String>> folders;

    /**
     * @param rules asked before each correction for those that are in force
     * @param folders the folder that the job's shell of a user is in
     */
    public MachineCorrections(Supplier<RuleSet> rules, Function<String, Optional<String>> folders, Clock clock) {
        this.folders = folders;
        this.rules = rules;
        this.known = new KnownMachine(clock);
    }

    @Override
    public Diagnosis diagnose(Task task, Attempt failed) {
        if (!(failed.ending() instanceof Ending.Exited exited)) {
            return Diagnosis.NONE;
        }
        Surroundings around =
                Surroundings.of(task.options(), folders.apply(task.options().user()));
        FailedCommand command =
                Failures.of(task.options(), failed.command(), exited.code(), failed.out(), failed.err());
        return rules.get()
                .corrector()
                .diagnose(command, LinuxMachineFacts.of(known, around.folder(), around.user(), around.searchPath()));
    }
}
