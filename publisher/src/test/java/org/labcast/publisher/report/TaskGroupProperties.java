package org.labcast.publisher.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.labcast.model.HostName;
import org.labcast.model.HostSet;
import org.labcast.model.OrderId;
import org.labcast.model.PublisherName;
import org.labcast.model.order.Header;
import org.labcast.model.order.Job;
import org.labcast.model.order.Target;
import org.labcast.model.order.Task;
import org.labcast.model.order.TaskOptions;
import org.labcast.model.result.Event;
import org.labcast.model.result.Outcome;
import org.labcast.publisher.store.Outcomes;
import org.labcast.publisher.store.TestLab;

/** Folding loses no host, doubles none and mixes no outputs. */
class TaskGroupProperties {
    @Property(tries = 100)
    void groupsAreAPartitionOfTheHostsThatAnswered(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = -1, max = 4) Integer> outputs) {
        List<HostReport> hosts = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            hosts.add(host(i, outputs.get(i)));
        }
        List<TaskGroup> groups = TaskGroup.of(report(hosts)).get(0);
        HostSet union = groups.stream().map(TaskGroup::hosts).reduce(HostSet.EMPTY, HostSet::plus);
        assertThat(union)
                .isEqualTo(HostSet.of(hosts.stream()
                        .filter(host -> !host.outcomes().isEmpty())
                        .map(HostReport::host)
                        .toList()));
        assertThat(groups.stream().mapToInt(group -> group.hosts().size()).sum())
                .isEqualTo(union.size());
        for (TaskGroup group : groups) {
            assertThat(hosts)
                    .filteredOn(host -> group.hosts().contains(host.host()))
                    .allMatch(host -> host.outcomes()
                            .get(0)
                            .attempts()
                            .equals(group.outcome().attempts()));
        }
    }

    private static HostReport host(int number, int output) {
        Outcome outcome = ((Event.TaskDone) Outcomes.ok(0, "output " + output)).outcome();
        return new HostReport(
                new HostName("lab-" + number),
                HostState.RUNNING,
                "",
                Optional.empty(),
                output < 0 ? List.of() : List.of(outcome),
                Optional.empty());
    }

    static JobReport report(List<HostReport> hosts) {
        Header header = new Header(
                TestLab.REALM,
                OrderId.random(),
                TestLab.ADMIN,
                1,
                1,
                TestLab.START,
                TestLab.START,
                TestLab.START.plusSeconds(60),
                new Target.All(),
                new PublisherName("ada"));
        Job job = new Job(header, "t", List.of(new Task("date", 1, TaskOptions.DEFAULT)), "");
        return new JobReport(
                job, true, TestLab.START, Duration.ZERO, hosts, List.of(), List.of(), HostSet.of(List.of()));
    }
}
