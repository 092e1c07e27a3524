package org.labcast.agent.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.labcast.agent.conf.AgentConf;
import org.labcast.agent.conf.AgentPaths;
import org.labcast.agent.core.AgentException;
import org.labcast.agent.core.InstanceLock;
import org.labcast.agent.core.PrivateFiles;
import org.labcast.agent.ledger.JobRecord;
import org.labcast.agent.ledger.Ledger;
import org.labcast.agent.ledger.LedgerState;
import org.labcast.agent.process.OrphanReaper;
import org.labcast.agent.rules.RuleFault;
import org.labcast.agent.rules.RuleSet;
import org.labcast.model.HostName;
import org.labcast.transport.json.Codec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lab-agent status}: looks at the files of an agent that may be running; changes nothing. */
@Command(
        name = "status",
        description = "Shows whether the agent runs and is connected, its queue, and what waits to be sent.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  lab-agent status --json"})
public final class StatusCommand implements Runnable {
    @Mixin
    private PlaceOptions options = new PlaceOptions();

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /**
     * What is shown.
     *
     * @param link when the link's state last changed, and to what
     * @param jobs that have not ended, the one under way first
     * @param lastEnded id of the job that ended last, empty when none is remembered
     * @param unsent messages that wait for the broker's confirmation
     * @param withoutReceipt results that were sent, of which it is not known that the publisher has them
     * @param processes that run of jobs, in the background too
     */
    private record Status(
            String realm,
            String host,
            boolean running,
            String link,
            List<QueuedJob> jobs,
            String lastEnded,
            int unsent,
            int withoutReceipt,
            RulesInForce rules,
            List<RunningProcesses> processes) {}

    /**
     * What runs of a job, also of one that has ended.
     *
     * @param pids of those of its processes whose environment this user may read
     */
    private record RunningProcesses(String job, List<Long> pids) {
        static List<RunningProcesses> of(HostName host) {
            return new OrphanReaper(host, Duration.ZERO)
                    .running().entrySet().stream()
                            .map(job -> new RunningProcesses(job.getKey().value(), List.copyOf(job.getValue())))
                            .toList();
        }
    }

    /**
     * Rules of the lab's own, as an agent of this user would read them now.
     *
     * @param effects how many effect rows
     * @param faults each with file, line and column; files that have one are left out
     */
    private record RulesInForce(int number, int effects, int files, List<String> faults) {
        static RulesInForce of(RuleSet set) {
            return new RulesInForce(
                    set.rules().size(),
                    set.effects().size(),
                    set.files(),
                    set.faults().stream().map(RuleFault::toString).toList());
        }

        void print(PrintWriter out) {
            out.println("rules      "
                    + (number + effects == 0
                            ? "only those that are built in"
                            : number + " of this lab" + (effects == 0 ? "" : " and " + effects + " effect rows")
                                    + ", in " + files + " files"));
            faults.forEach(fault -> out.println("left out   " + fault));
        }
    }

    private record QueuedJob(String id, boolean started, int tasksDone) {
        static QueuedJob of(JobRecord job) {
            return new QueuedJob(job.id().value(), job.started(), job.nextTask());
        }
    }

    @Override
    public void run() {
        Status status = look(options.paths());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Codec.encode(status).text());
            return;
        }
        out.println("agent      " + status.host() + " of realm " + status.realm()
                + (status.running() ? ", running" : ", not running: 'lab-agent run' starts it"));
        out.println("broker     " + status.link());
        out.println("results    " + (status.unsent() == 0 ? "all sent" : status.unsent() + " wait to be sent")
                + (status.withoutReceipt() == 0
                        ? ""
                        : ", " + status.withoutReceipt() + " kept until the publisher has them"));
        out.println("last ended " + (status.lastEnded().isEmpty() ? "no job yet" : "job " + status.lastEnded()));
        status.rules().print(out);
        status.processes()
                .forEach(job -> out.println("running    of job " + job.job() + ": "
                        + job.pids().stream().map(Object::toString).collect(Collectors.joining(" "))
                        + " ('publisher cancel " + job.job() + "' ends them)"));
        out.println("to do      " + (status.jobs().isEmpty() ? "nothing" : "jobs, in this order:"));
        status.jobs()
                .forEach(job -> out.println("           " + job.id()
                        + (job.started() ? " begun, " + job.tasksDone() + " commands done" : " waits for its turn")));
    }

    private static Status look(AgentPaths paths) {
        AgentConf conf = AgentConf.read(paths.conf());
        LedgerState state = Files.exists(paths.ledger()) ? Ledger.look(paths.ledger()) : LedgerState.empty();
        boolean running = InstanceLock.isHeld(paths.lock());
        return new Status(
                conf.identity().realm().value(),
                conf.identity().host().value(),
                running,
                running ? link(paths).orElse("unknown") : "not connected",
                state.jobs().stream().map(QueuedJob::of).toList(),
                state.lastEnded().map(Object::toString).orElse(""),
                state.unsent(),
                state.awaited().size(),
                RulesInForce.of(RuleSet.read(paths.rules())),
                RunningProcesses.of(conf.identity().host()));
    }

    private static Optional<String> link(AgentPaths paths) {
        try {
            return Optional.of(PrivateFiles.read(paths.connection()).text().strip());
        } catch (AgentException e) {
            return Optional.empty();
        }
    }
}
