package org.labcast.publisher.report;

import java.time.ZoneId;
import java.util.List;
import org.labcast.model.Correction;

/** Tables of what wants attention: corrections, refusals, alerts, the unfinished and the missing. */
final class HtmlAttention {
    private final Markup page;
    private final ZoneId zone;

    HtmlAttention(Markup page, ZoneId zone) {
        this.page = page;
        this.zone = zone;
    }

    void write(JobReport report, List<List<TaskGroup>> groups) {
        table("No answer", List.of("Hosts", "Seen"), standings(Standing.missing(report)));
        table("Not finished yet", List.of("Hosts", "State"), standings(Standing.running(report)));
        table("Not done", List.of("Hosts", "Why"), standings(Standing.refused(report)));
        List<String> change = List.of("Command", "Asked", "Correction", "Rule and reason", "Hosts");
        table("Corrected", change, changes(Change.ran(report, groups)));
        table("Suggested, not run", change, changes(Change.suggested(report, groups)));
        table("Not corrected", List.of("Command", "Why", "Hosts"), advice(report, groups));
        table(
                "Answers that were refused",
                List.of("Time", "Claimed host", "Why"),
                report.refused().stream()
                        .map(answer -> List.of(Words.time(answer.at(), zone), answer.claimedHost(), answer.reason()))
                        .toList());
        table(
                "Alerts of hosts",
                List.of("Time", "Host", "Why"),
                report.alerts().stream()
                        .map(alert -> List.of(
                                Words.time(alert.at(), zone),
                                alert.host().value(),
                                Words.of(alert.reason()) + ": " + alert.explanation()))
                        .toList());
        List<List<String>> steps =
                NextSteps.of(report, zone).stream().map(List::of).toList();
        table("What to do next", List.of("Step"), steps);
    }

    private static List<List<String>> standings(List<Standing> standings) {
        return standings.stream()
                .map(standing -> List.of(standing.hosts().toString(), standing.what()))
                .toList();
    }

    private static List<List<String>> changes(List<Change> changes) {
        return changes.stream()
                .map(change -> {
                    Correction correction = change.correction();
                    return List.of(
                            String.valueOf(change.number()),
                            change.asked().command(),
                            correction.command(),
                            correction.rule() + ": " + correction.why(),
                            change.hosts().toString());
                })
                .toList();
    }

    private static List<List<String>> advice(JobReport report, List<List<TaskGroup>> groups) {
        return groups.stream()
                .flatMap(List::stream)
                .flatMap(group -> group.outcome().advice().stream()
                        .map(advice -> List.of(
                                report.job().tasks().get(group.outcome().task()).command(),
                                advice,
                                group.hosts().toString())))
                .toList();
    }

    private void table(String title, List<String> heads, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        page.element("h2", title);
        page.element("table", () -> {
            page.element(
                    "thead",
                    () -> page.element("tr", () -> heads.forEach(head -> page.element("th", head, "scope", "col"))));
            page.element(
                    "tbody",
                    () -> rows.forEach(row -> page.element("tr", () -> row.forEach(cell -> page.element("td", cell)))));
        });
    }
}
