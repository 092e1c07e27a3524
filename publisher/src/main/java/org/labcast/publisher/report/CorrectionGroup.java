package org.labcast.publisher.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.labcast.model.HostSet;
import org.labcast.model.order.Task;
import org.labcast.model.result.Attempt;
import org.labcast.model.result.Correction;

/**
 * A correction, with the hosts that it was for.
 *
 * @param number of the task, from 1
 * @param worked whether the corrected command ran with success; false for mere suggestions
 */
record CorrectionGroup(int number, Task asked, Correction correction, boolean worked, HostSet hosts) {
    private record Key(int number, Correction correction, boolean worked) {}

    /** Corrections that ran, whatever came of them. */
    static List<CorrectionGroup> ran(JobReport report, List<List<TaskGroup>> groups) {
        return collect(report, groups, (group, found) -> {
            for (Attempt attempt : group.outcome().attempts()) {
                attempt.correction()
                        .ifPresent(correction ->
                                found.add(correction, attempt.ending().success()));
            }
        });
    }

    /** Corrections that were found and not run. */
    static List<CorrectionGroup> suggested(JobReport report, List<List<TaskGroup>> groups) {
        return collect(
                report,
                groups,
                (group, found) -> group.outcome().suggestions().forEach(correction -> found.add(correction, false)));
    }

    private interface Found {
        void add(Correction correction, boolean worked);
    }

    private interface Finder {
        void find(TaskGroup group, Found found);
    }

    private static List<CorrectionGroup> collect(JobReport report, List<List<TaskGroup>> groups, Finder finder) {
        Map<Key, HostSet> hosts = new LinkedHashMap<>();
        for (int task = 0; task < groups.size(); task++) {
            int number = task + 1;
            for (TaskGroup group : groups.get(task)) {
                finder.find(
                        group,
                        (correction, worked) ->
                                hosts.merge(new Key(number, correction, worked), group.hosts(), HostSet::plus));
            }
        }
        List<CorrectionGroup> correctionGroups = new ArrayList<>();
        hosts.forEach((key, set) -> correctionGroups.add(new CorrectionGroup(
                key.number(), report.job().tasks().get(key.number() - 1), key.correction(), key.worked(), set)));
        return correctionGroups;
    }
}
