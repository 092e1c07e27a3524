package org.labcast.publisher.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.labcast.model.order.Task;
import org.labcast.model.result.Attempt;
import org.labcast.model.result.Outcome;
import org.labcast.model.result.TaskState;
import org.labcast.text.Printable;

/**
 * JUnit's XML: a suite for each host, a case for each command, because CI servers list suites with their failures and
 * group cases by class name, which is the host here. What has no outcome is an error; so is a refused answer.
 *
 * @see <a href="https://github.com/testmoapp/junitxml">the format as CI servers understand it</a>
 */
public final class JUnitReport {
    private static final int LAST_LINES = 40;

    private JUnitReport() {}

    /** @param reports of one job or several */
    public static String render(List<JobReport> reports) {
        String name = reports.stream()
                .map(report -> report.job().title() + " (" + report.job().id() + ")")
                .collect(Collectors.joining(", "));
        return XmlWriter.write(xml -> xml.xmlDeclaration()
                .element(
                        "testsuites",
                        () -> reports.forEach(report -> {
                            report.hosts().forEach(host -> suite(xml, report, host));
                            refused(xml, report);
                        }),
                        "name",
                        name));
    }

    private static void suite(XmlWriter xml, JobReport report, HostReport host) {
        Map<Integer, Outcome> outcomes =
                host.outcomes().stream().collect(Collectors.toMap(Outcome::task, Function.identity()));
        List<Task> tasks = report.job().tasks();
        long skipped = host.outcomes().stream()
                .filter(outcome -> outcome.state() == TaskState.SKIPPED)
                .count();
        long good = host.outcomes().stream()
                .filter(outcome -> outcome.state().success())
                .count();
        Runnable cases = () -> {
            for (int task = 0; task < tasks.size(); task++) {
                testCase(xml, host, task + 1 + ": " + tasks.get(task).headline(), outcomes.get(task));
            }
        };
        xml.element(
                "testsuite",
                cases,
                "name",
                host.host().value(),
                "tests",
                String.valueOf(tasks.size()),
                "failures",
                String.valueOf(outcomes.size() - good - skipped),
                "errors",
                String.valueOf(tasks.size() - outcomes.size()),
                "skipped",
                String.valueOf(skipped));
    }

    private static void testCase(XmlWriter xml, HostReport host, String name, @Nullable Outcome outcome) {
        Runnable content = () -> {
            if (outcome == null) {
                String why = host.detail().isEmpty() ? "" : ": " + host.detail();
                xml.empty("error", "message", "no outcome, the host is " + Phrases.of(host.state()) + why);
            } else {
                verdict(xml, outcome);
            }
        };
        xml.element("testcase", content, "classname", host.host().value(), "name", name, "time", seconds(outcome));
    }

    private static String seconds(@Nullable Outcome outcome) {
        long millis = outcome == null
                ? 0
                : outcome.attempts().stream()
                        .mapToLong(run -> run.took().toMillis())
                        .sum();
        return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
    }

    private static void verdict(XmlWriter xml, Outcome outcome) {
        if (outcome.state() == TaskState.SKIPPED) {
            xml.empty("skipped", "message", "an earlier command failed");
        } else if (!outcome.state().success()) {
            String endings = outcome.attempts().stream().map(Phrases::ending).collect(Collectors.joining(", then "));
            xml.element(
                    "failure",
                    errors(outcome),
                    "message",
                    Phrases.of(outcome.state()) + ": " + endings,
                    "type",
                    "command");
        }
        outcome.attempts().forEach(run -> output(xml, run));
    }

    private static String errors(Outcome outcome) {
        return Stream.concat(
                        outcome.attempts().stream().flatMap(run -> Excerpt.end(run.err(), LAST_LINES).stream()),
                        outcome.advice().stream().map(advice -> "not corrected: " + Printable.of(advice)))
                .collect(Collectors.joining("\n"));
    }

    private static void output(XmlWriter xml, Attempt run) {
        String changed = run.correction()
                .map(correction -> "[ran " + run.command() + ", by rule " + correction.rule() + "]\n")
                .orElse("");
        String out = changed + String.join("\n", Excerpt.all(run.out()));
        if (!out.isEmpty()) {
            xml.element("system-out", out);
        }
    }

    private static void refused(XmlWriter xml, JobReport report) {
        if (report.refused().isEmpty()) {
            return;
        }
        String count = String.valueOf(report.refused().size());
        Runnable cases = () -> report.refused()
                .forEach(answer -> xml.element(
                        "testcase",
                        () -> xml.empty("error", "message", answer.reason()),
                        "classname",
                        "refused answers",
                        "name",
                        answer.claimedHost() + " at " + answer.at()));
        xml.element("testsuite", cases, "name", "refused answers", "tests", count, "errors", count);
    }
}
