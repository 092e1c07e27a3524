package org.labcast.agent.worker;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.labcast.agent.machine.LinuxMachineFacts;
import org.labcast.agent.machine.MachineCatalog;
import org.labcast.agent.machine.RecordedFacts;
import org.labcast.agent.process.Surroundings;
import org.labcast.agent.rules.RuleSet;
import org.labcast.agent.task.CorrectionSource;
import org.labcast.correction.Corrector;
import org.labcast.correction.Diagnosis;
import org.labcast.correction.FailedCommand;
import org.labcast.correction.MachineFacts;
import org.labcast.model.order.SudoPolicy;
import org.labcast.model.order.Task;
import org.labcast.model.result.Attempt;
import org.labcast.model.result.Ending;

/** Asks the correction rules about a failure, as this machine looks to the user and from the folder of the task. */
public final class MachineCorrections implements CorrectionSource {
    /** Of several kinds, so that most of what a correction needs is loaded: a slip in a tool's name, in a verb, in a path and others. */
    private static final List<FailedCommand> REHEARSAL = List.of(
            new FailedCommand("gti status", 127, "", "/usr/bin/sh: 1: gti: not found\n"),
            new FailedCommand("systemctl restrat ssh", 1, "", "Unknown command verb restrat.\n"),
            new FailedCommand("sudo apt-get instal x", 100, "", "E: Invalid operation instal\n"),
            new FailedCommand(
                    "cd /a && cp b c/d", 1, "", "cp: cannot create regular file 'c/d': No such file or directory\n"),
            new FailedCommand("ls --alll | sort", 2, "", "ls: unrecognized option '--alll'\n"),
            new FailedCommand("cat /a > /b", 2, "", "/usr/bin/sh: 1: cannot create /b: Permission denied\n"));

    private final Supplier<RuleSet> rules;
    private final SudoPolicy sudo;
    private final MachineCatalog known;

    /**
     * @param rules asked before each correction for those that are in force
     * @param sudo whether the host's configuration lets corrections add it
     */
    public MachineCorrections(Supplier<RuleSet> rules, SudoPolicy sudo, Clock clock) {
        this.rules = rules;
        this.sudo = sudo;
        this.known = new MachineCatalog(clock);
    }

    /** Loads the engine and the built-in rules, so that the first failure of a job need not wait; asks nothing of the machine. */
    public static void rehearse() {
        MachineFacts facts =
                RecordedFacts.of(Map.of("executables", List.of("git", "systemctl", "apt-get", "ls", "cat", "sudo")));
        Corrector corrector = new Corrector((rule, failed, cause) -> {});
        REHEARSAL.forEach(failed -> corrector.diagnose(failed, facts));
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
        FailedCommand command = Failures.of(
                failed.command(), exited.code(), failed.out(), failed.err(), Failures.sudo(task.options(), sudo));
        return rules.get()
                .corrector()
                .diagnose(command, LinuxMachineFacts.of(known, around.folder(), around.user(), around.searchPath()));
    }
}
