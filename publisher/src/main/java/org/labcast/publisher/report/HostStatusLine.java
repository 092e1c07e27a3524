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
import org.labcast.text.Printable;

/** Hosts for which the same can be said. */
record HostStatusLine(String what, HostSet hosts) {
    /** Hosts that end the job otherwise than by doing it all. */
    static List<HostStatusLine> refused(JobReport report) {
        return group(
                report,
                host -> host.state().isFinal() && host.state() != HostState.DONE,
                host -> Phrases.unlessSaid(Phrases.of(host.state()), ": ", Printable.of(host.detail())));
    }

    static List<HostStatusLine> running(JobReport report) {
        int tasks = report.job().tasks().size();
        return group(report, host -> host.state() == HostState.RUNNING || host.state() == HostState.ACCEPTED, host -> {
            if (!host.detail().isEmpty()) {
                return Printable.of(host.detail());
            }
            return host.state() == HostState.ACCEPTED
                    ? "accepted, waits for its turn"
                    : "running, " + host.outcomes().size() + " of " + Phrases.count(tasks, "command") + " done";
        });
    }

    static List<HostStatusLine> missing(JobReport report) {
        return group(
                report,
                host -> host.state() == HostState.WAITING || host.state() == HostState.EXPIRED,
                host -> host.lastSeen().map(seen -> say(seen, report.at())).orElse("never seen"));
    }

    private static String say(LastSeen seen, Instant now) {
        String trouble = seen.trouble().isEmpty() ? "" : ", says: " + Printable.of(seen.trouble());
        return (seen.on() ? "on" : "off, last seen " + Phrases.span(Duration.between(seen.at(), now)) + " ago")
                + trouble;
    }

    private static List<HostStatusLine> group(
            JobReport report, Predicate<HostReport> which, Function<HostReport, String> what) {
        Map<String, List<HostName>> hosts = new TreeMap<>();
        report.hosts().stream()
                .filter(which)
                .forEach(host -> hosts.computeIfAbsent(what.apply(host), w -> new ArrayList<>())
                        .add(host.host()));
        return hosts.entrySet().stream()
                .map(entry -> new HostStatusLine(entry.getKey(), HostSet.of(entry.getValue())))
                .sorted(Comparator.comparing(
                        (HostStatusLine line) -> -line.hosts().size()))
                .toList();
    }
}
