package org.labcast.publisher.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.labcast.model.HostName;
import org.labcast.model.HostSet;
import org.labcast.model.result.Attempt;
import org.labcast.model.result.Correction;
import org.labcast.model.result.Ending;
import org.labcast.model.result.Outcome;
import org.labcast.model.result.Output;
import org.labcast.model.result.TaskState;

/**
 * Hosts on which a task came to the same: same state, same commands, same endings, same output. ClusterShell's idea.
 *
 * @param outcome that of one of these hosts; of the others only times differ
 */
record TaskGroup(HostSet hosts, Outcome outcome) {
    /** What makes two outcomes the same to a reader. */
    private record Likeness(TaskState state, List<Run> runs, List<Correction> suggestions, List<String> advice) {
        static Likeness of(Outcome outcome) {
            return new Likeness(
                    outcome.state(),
                    outcome.attempts().stream().map(Run::of).toList(),
                    outcome.suggestions(),
                    outcome.advice());
        }
    }

    private record Run(String command, Optional<Correction> correction, Ending ending, Output out, Output err) {
        static Run of(Attempt attempt) {
            return new Run(attempt.command(), attempt.correction(), attempt.ending(), attempt.out(), attempt.err());
        }
    }

    /** For each task of the job, in order, its groups, the largest first. */
    static List<List<TaskGroup>> of(JobReport report) {
        List<Map<Likeness, List<HostName>>> hosts = new ArrayList<>();
        List<Map<Likeness, Outcome>> samples = new ArrayList<>();
        report.job().tasks().forEach(task -> {
            hosts.add(new LinkedHashMap<>());
            samples.add(new LinkedHashMap<>());
        });
        for (HostReport host : report.hosts()) {
            for (Outcome outcome : host.outcomes()) {
                if (outcome.task() < hosts.size()) {
                    Likeness likeness = Likeness.of(outcome);
                    hosts.get(outcome.task())
                            .computeIfAbsent(likeness, l -> new ArrayList<>())
                            .add(host.host());
                    samples.get(outcome.task()).putIfAbsent(likeness, outcome);
                }
            }
        }
        List<List<TaskGroup>> groups = new ArrayList<>();
        for (int task = 0; task < hosts.size(); task++) {
            groups.add(sorted(hosts.get(task), samples.get(task)));
        }
        return groups;
    }

    private static List<TaskGroup> sorted(Map<Likeness, List<HostName>> hosts, Map<Likeness, Outcome> samples) {
        List<TaskGroup> groups = new ArrayList<>();
        samples.forEach((likeness, outcome) ->
                groups.add(new TaskGroup(HostSet.of(hosts.getOrDefault(likeness, List.of())), outcome)));
        // stable: groups of one size stay in the order of their first hosts
        groups.sort(Comparator.comparing((TaskGroup group) -> -group.hosts().size()));
        return groups;
    }

    /** The run that decided, unless nothing ran. */
    Optional<Attempt> last() {
        List<Attempt> attempts = outcome.attempts();
        return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.get(attempts.size() - 1));
    }

    HostName first() {
        return hosts.iterator().next();
    }
}
