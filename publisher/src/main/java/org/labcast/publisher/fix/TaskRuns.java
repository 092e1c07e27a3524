package org.labcast.publisher.fix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.labcast.model.HostName;
import org.labcast.model.HostSet;
import org.labcast.model.order.CorrectionPolicy;
import org.labcast.model.order.Task;
import org.labcast.model.result.Attempt;
import org.labcast.model.result.Correction;
import org.labcast.model.result.Outcome;
import org.labcast.model.result.Risk;
import org.labcast.model.result.TaskState;
import org.labcast.publisher.taskfile.CommandText;

/** One command of a job, and what became of it on each host that tells of it. */
final class TaskRuns {
    private final Task task;
    private final List<HostName> asWritten = new ArrayList<>();
    private final List<HostName> failed = new ArrayList<>();
    private final Needs corrected = new Needs();
    private final Needs suggested = new Needs();

    TaskRuns(Task task) {
        this.task = task;
    }

    /** Hosts by the command that they need, each command with the first correction that told of it. */
    private static final class Needs {
        private final Map<String, Correction> corrections = new LinkedHashMap<>();
        private final Map<String, HostSet> hosts = new LinkedHashMap<>();

        void add(Correction correction, HostName host) {
            String command = correction.command().strip();
            corrections.putIfAbsent(command, correction);
            hosts.merge(command, HostSet.of(List.of(host)), HostSet::plus);
        }

        Optional<Correction> only() {
            return corrections.size() == 1 ? corrections.values().stream().findFirst() : Optional.empty();
        }

        HostSet all() {
            return hosts.values().stream().reduce(HostSet.EMPTY, HostSet::plus);
        }
    }

    void add(HostName host, Outcome outcome) {
        Optional<Correction> ran = ran(outcome);
        if (outcome.state() == TaskState.CORRECTED && ran.filter(this::changes).isPresent()) {
            corrected.add(ran.get(), host);
        } else if (outcome.state().success()) {
            asWritten.add(host);
        } else if (outcome.state() == TaskState.FAILED) {
            failed.add(host);
            outcome.suggestions().stream()
                    .findFirst()
                    .filter(this::changes)
                    .ifPresent(first -> suggested.add(first, host));
        }
    }

    private boolean changes(Correction correction) {
        return !correction.command().strip().equals(task.command());
    }

    private static Optional<Correction> ran(Outcome outcome) {
        List<Attempt> attempts = outcome.attempts();
        return attempts.isEmpty()
                ? Optional.empty()
                : attempts.get(attempts.size() - 1).correction();
    }

    Optional<LearnedCorrection> learned() {
        boolean proven = !corrected.hosts.isEmpty();
        Needs needs = proven ? corrected : suggested;
        if (needs.hosts.isEmpty() || (!proven && !asWritten.isEmpty())) {
            return Optional.empty();
        }
        if (needs.only().isEmpty() || !asWritten.isEmpty()) {
            Map<String, HostSet> all = new LinkedHashMap<>(needs.hosts);
            if (!asWritten.isEmpty()) {
                all.merge(task.command(), HostSet.of(asWritten), HostSet::plus);
            }
            return Optional.of(new LearnedCorrection.Divided(task, proven, all));
        }
        return Optional.of(agreed(needs.only().get(), proven, needs.all()));
    }

    private LearnedCorrection agreed(Correction correction, boolean proven, HostSet hosts) {
        boolean allowed = task.options().correct() == CorrectionPolicy.SAFE && correction.risk() == Risk.SAFE;
        if (proven && !allowed) {
            return new LearnedCorrection.Forbidden(task, correction, hosts);
        }
        HostSet helpless = HostSet.of(failed).minus(proven ? HostSet.EMPTY : hosts);
        return CommandText.problem(correction.command().strip())
                .<LearnedCorrection>map(problem -> new LearnedCorrection.Unwritable(task, correction, hosts, problem))
                .orElseGet(() -> new LearnedCorrection.Mended(task, correction, proven, hosts, helpless));
    }
}
