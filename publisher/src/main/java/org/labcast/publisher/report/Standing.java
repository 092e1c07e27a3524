package org.labcast.publisher.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.labcast.model.HostName;
import org.labcast.model.HostSet;
import org.labcast.model.Printable;

/** Hosts for which the same can be said. */
record Standing(String what, HostSet hosts) {
    /** Hosts that end the job otherwise than by doing it all. */
    static List<Standing> refused(JobReport report) {
        return group(
                report,
                host -> host.state().isFinal() && host.state() != HostState.DONE,
                host -> Words.unlessSaid(Words.of(host.state()), ": ", Printable.of(host.detail())));
    }

    static List<Standing> running(JobReport report) {
        int tasks = report.job().tasks().size();
        return group(report, host -> host.state() == HostState.RUNNING || host.state() == HostState.ACCEPTED, host -> {
            if (!host.detail().isEmpty()) {
                return Printable.of(host.detail());
            }
            return host.state() == HostState.ACCEPTED
                    ? "accepted, waits for its turn"
                    : "running, " + host.outcomes().size() + " of " + Words.count(tasks, "command") + " done";
        });
    }

    static List<Standing> missing(JobReport report) {
        return group(
                report,
                host -> host.state() == HostState.WAITING || host.state() == HostState.EXPIRED,
                host -> host.sighting().map(seen -> say(seen, report.at())).orElse("never seen"));
    }

    private static String say(Sighting seen, Instant now) {
        String trouble = seen.trouble().isEmpty() ? "" : ", says: " + Printable.of(seen.trouble());
        return (seen.on() ? "on" : "off, last seen " + Words.span(Duration.between(seen.at(), now)) + " ago") + trouble;
    }

    private static List<Standing> group(
            JobReport report, Predicate<HostReport> which, Function<HostReport, String> what) {
        Map<String, List<HostName>> hosts = new TreeMap<>();
        report.hosts().stream()
                .filter(which)
                .forEach(host -> hosts.computeIfAbsent(what.apply(host), w -> new ArrayList<>())
                        .add(host.host()));
        return hosts.entrySet().stream()
                .map(entry -> new Standing(entry.getKey(), HostSet.of(entry.getValue())))
                .sorted(Comparator.comparing(
                        (Standing standing) -> -standing.hosts().size()))
                .toList();
    }
}
