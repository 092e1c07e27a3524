package org.labcast.publisher.report;

import java.time.ZoneId;
import java.util.List;
import org.labcast.model.result.Correction;

/** Tables of what wants attention: corrections, refusals, alerts, the unfinished and the missing. */
final class HtmlAttention {
    private final XmlWriter page;
    private final ZoneId zone;

    HtmlAttention(XmlWriter page, ZoneId zone) {
        this.page = page;
        this.zone = zone;
    }

    void write(JobReport report, List<List<TaskGroup>> groups) {
        table("No answer", List.of("Hosts", "Seen"), standings(HostStatusLine.missing(report)));
        table("Not finished yet", List.of("Hosts", "State"), standings(HostStatusLine.running(report)));
        table("Not done", List.of("Hosts", "Why"), standings(HostStatusLine.refused(report)));
        List<String> change = List.of("Command", "Asked", "Correction", "Rule and reason", "Hosts");
        table("Corrected", change, changes(CorrectionGroup.ran(report, groups)));
        table("Suggested, not run", change, changes(CorrectionGroup.suggested(report, groups)));
        table("Not corrected", List.of("Command", "Why", "Hosts"), advice(report, groups));
        table(
                "Answers that were refused",
                List.of("Time", "Claimed host", "Why"),
                report.refused().stream()
                        .map(answer -> List.of(Phrases.time(answer.at(), zone), answer.claimedHost(), answer.reason()))
                        .toList());
        table(
                "Alerts of hosts",
                List.of("Time", "Host", "Why"),
                report.alerts().stream()
                        .map(alert -> List.of(
                                Phrases.time(alert.at(), zone),
                                alert.host().value(),
                                Phrases.of(alert.reason()) + ": " + alert.explanation()))
                        .toList());
        List<List<String>> steps =
                NextSteps.of(report, zone).stream().map(List::of).toList();
        table("What to do next", List.of("Step"), steps);
    }

    private static List<List<String>> standings(List<HostStatusLine> lines) {
        return lines.stream()
                .map(line -> List.of(line.hosts().toString(), line.what()))
                .toList();
    }

    private static List<List<String>> changes(List<CorrectionGroup> correctionGroups) {
        return correctionGroups.stream()
                .map(correctionGroup -> {
                    Correction correction = correctionGroup.correction();
                    return List.of(
                            String.valueOf(correctionGroup.number()),
                            correctionGroup.asked().command(),
                            correction.command(),
                            correction.rule() + ": " + correction.why(),
                            correctionGroup.hosts().toString());
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
