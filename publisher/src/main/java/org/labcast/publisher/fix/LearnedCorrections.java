package org.labcast.publisher.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.labcast.model.result.Outcome;
import org.labcast.publisher.fix.LearnedCorrection.Mended;
import org.labcast.publisher.report.HostReport;
import org.labcast.publisher.report.JobReport;

/**
 * What a job has taught, in the order of its commands.
 *
 * @param taken what the corrected file holds
 * @param left what stays as it is written, for a person to look at
 */
public record LearnedCorrections(List<Mended> taken, List<LearnedCorrection> left) {
    public LearnedCorrections {
        taken = List.copyOf(taken);
        left = List.copyOf(left);
    }

    /** @param suggestions whether to take what was suggested, too, and has never run */
    public static LearnedCorrections of(JobReport report, boolean suggestions) {
        List<TaskRuns> runs = report.job().tasks().stream().map(TaskRuns::new).toList();
        for (HostReport host : report.hosts()) {
            for (Outcome outcome : host.outcomes()) {
                if (outcome.task() < runs.size()) {
                    runs.get(outcome.task()).add(host.host(), outcome);
                }
            }
        }
        List<Mended> taken = new ArrayList<>();
        List<LearnedCorrection> left = new ArrayList<>();
        runs.stream().map(TaskRuns::learned).flatMap(Optional::stream).forEach(learned -> {
            if (learned instanceof Mended mended && (mended.proven() || suggestions)) {
                taken.add(mended);
            } else {
                left.add(learned);
            }
        });
        return new LearnedCorrections(taken, left);
    }

    /** Whether nothing is to be said. */
    public boolean isEmpty() {
        return taken.isEmpty() && left.isEmpty();
    }

    /** Whether no host has corrected what it was not to. */
    public boolean isTrusted() {
        return left.stream().noneMatch(LearnedCorrection.Forbidden.class::isInstance);
    }

    /** The commands to write, by the number of the line in which the old ones begin. */
    SortedMap<Integer, String> commands() {
        SortedMap<Integer, String> commands = new TreeMap<>();
        taken.forEach(lesson -> commands.put(
                lesson.asked().line(), lesson.correction().command().strip()));
        return commands;
    }
}
