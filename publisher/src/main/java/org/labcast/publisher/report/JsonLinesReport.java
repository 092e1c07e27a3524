package org.labcast.publisher.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.labcast.model.result.Attempt;
import org.labcast.model.result.Outcome;

/**
 * One line of JSON for each host and task, also for those without an outcome: {@code job host hostState task command
 * state ran ending exit seconds stdout stderr omitted}. {@code state} is null without an outcome; the fields from
 * {@code ran} on speak of the last attempt and are absent when nothing ran; {@code advice} is there when there is some.
 */
public final class JsonLinesReport {
    private JsonLinesReport() {}

    public static String render(JobReport report) {
        StringBuilder lines = new StringBuilder();
        for (HostReport host : report.hosts()) {
            Map<Integer, Outcome> outcomes =
                    host.outcomes().stream().collect(Collectors.toMap(Outcome::task, Function.identity()));
            for (int task = 0; task < report.job().tasks().size(); task++) {
                lines.append(JsonForms.line(line(report, host, task, outcomes.get(task))));
            }
        }
        return lines.toString();
    }

    private static ObjectNode line(JobReport report, HostReport host, int task, @Nullable Outcome outcome) {
        ObjectNode node = JsonForms.object()
                .put("job", report.job().id().value())
                .put("host", host.host().value())
                .put("hostState", host.state().name())
                .put("task", task + 1)
                .put("command", report.job().tasks().get(task).command())
                .put("state", outcome == null ? null : outcome.state().name());
        List<Attempt> attempts = outcome == null ? List.of() : outcome.attempts();
        if (!attempts.isEmpty()) {
            putRun(node, attempts.get(attempts.size() - 1));
        }
        if (outcome != null) {
            outcome.advice().forEach(advice -> node.withArray("advice").add(advice));
        }
        return node;
    }

    private static void putRun(ObjectNode node, Attempt run) {
        node.put("ran", run.command());
        run.correction().ifPresent(correction -> node.set("correction", JsonForms.of(correction)));
        JsonForms.putEnding(node, run.ending());
        node.put("seconds", JsonForms.seconds(run.took()))
                .put("stdout", run.out().head().text() + run.out().tail().text())
                .put("stderr", run.err().head().text() + run.err().tail().text())
                .put("omitted", run.out().omitted() + run.err().omitted());
    }
}
