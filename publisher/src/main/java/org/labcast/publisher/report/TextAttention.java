package org.labcast.publisher.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.labcast.model.order.Task;
import org.labcast.model.result.Attempt;
import org.labcast.model.result.Correction;
import org.labcast.model.result.Risk;
import org.labcast.text.Printable;

/** The part of the text report that wants attention: failures, corrections, refusals, the missing, what to do next. */
final class TextAttention {
    private static final int MOST_ENTRIES = 40;
    private static final int LAST_LINES = 5;
    private static final String INDENT = "    ";

    private final TerminalStyle style;
    private final Ansi ansi;

    TextAttention(TerminalStyle style) {
        this.style = style;
        this.ansi = new Ansi(style.colour());
    }

    List<String> render(JobReport report, List<List<TaskGroup>> groups) {
        List<String> lines = new ArrayList<>();
        section(lines, ansi.red("Failed"), failures(report, groups));
        section(lines, ansi.red("Not done"), standings(HostStatusLine.refused(report)));
        section(
                lines,
                ansi.yellow("Corrected: asked -> ran (rule: why)"),
                CorrectionGroup.ran(report, groups).stream()
                        .map(correctionGroup ->
                                change(correctionGroup, correctionGroup.worked() ? "" : "; it failed as well"))
                        .toList());
        section(
                lines,
                ansi.yellow("Suggested, not run"),
                CorrectionGroup.suggested(report, groups).stream()
                        .map(correctionGroup -> change(
                                correctionGroup, correctionGroup.correction().risk() == Risk.RISKY ? "; risky" : ""))
                        .toList());
        section(
                lines,
                ansi.red("Answers that were refused (do not trust this report before you know why)"),
                report.refused().stream()
                        .map(answer -> List.of(time(answer.at()) + "  " + Printable.of(answer.claimedHost()) + ": "
                                + Printable.of(answer.reason())
                                + (answer.times() > 1 ? " (" + Phrases.number(answer.times()) + " times)" : "")))
                        .toList());
        section(
                lines,
                ansi.red("Alerts of hosts"),
                report.alerts().stream()
                        .map(alert -> List.of(time(alert.at()) + "  " + alert.host() + ": " + Phrases.of(alert.reason())
                                + ": " + Printable.of(alert.explanation())))
                        .toList());
        section(lines, "Not finished yet", standings(HostStatusLine.running(report)));
        section(lines, ansi.red("No answer"), standings(HostStatusLine.missing(report)));
        section(
                lines,
                "What to do next",
                NextSteps.of(report, style.zone()).stream().map(List::of).toList());
        return lines;
    }

    private void section(List<String> lines, String title, List<List<String>> entries) {
        if (entries.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(ansi.bold(title));
        entries.stream().limit(MOST_ENTRIES).flatMap(List::stream).forEach(line -> lines.add(INDENT + line));
        if (entries.size() > MOST_ENTRIES) {
            lines.add(INDENT + "[... " + Phrases.number(entries.size() - MOST_ENTRIES) + " more left out: see --json]");
        }
    }

    private static List<List<String>> standings(List<HostStatusLine> hostStatusLines) {
        return hostStatusLines.stream()
                .map(hostStatusLine -> List.of(Phrases.hosts(hostStatusLine.hosts()) + ": " + hostStatusLine.what()))
                .toList();
    }

    private static List<List<String>> failures(JobReport report, List<List<TaskGroup>> groups) {
        List<List<String>> entries = new ArrayList<>();
        for (int task = 0; task < groups.size(); task++) {
            String what = task + 1 + "  " + report.job().tasks().get(task).headline();
            groups.get(task).stream()
                    .filter(group -> !group.outcome().state().success())
                    .flatMap(group -> group.last().map(run -> failure(report, what, group, run)).stream())
                    .forEach(entries::add);
        }
        return entries;
    }

    private static List<String> failure(JobReport report, String what, TaskGroup group, Attempt run) {
        boolean both = run.out().total() > 0 && run.err().total() > 0;
        List<String> lines = new ArrayList<>();
        lines.add(what);
        lines.add(INDENT + Phrases.hosts(group.hosts()) + ": " + Phrases.ending(run)
                + (run.out().total() + run.err().total() == 0 ? ", no output" : ""));
        Excerpt.end(run.out(), LAST_LINES).forEach(line -> lines.add(INDENT + INDENT + line));
        Excerpt.end(run.err(), LAST_LINES)
                .forEach(line -> lines.add(INDENT + INDENT + (both ? "stderr: " : "") + line));
        if (!Excerpt.isWhole(run.out(), LAST_LINES) || !Excerpt.isWhole(run.err(), LAST_LINES)) {
            lines.add(INDENT + INDENT + Phrases.rest(report, group));
        }
        group.outcome()
                .advice()
                .forEach(advice -> lines.add(INDENT + INDENT + "not corrected: " + Printable.of(advice)));
        return lines;
    }

    private static List<String> change(CorrectionGroup correctionGroup, String note) {
        Correction correction = correctionGroup.correction();
        // A correction is never hidden behind the number of its lines.
        List<String> whole = correction.command().contains("\n")
                ? correction
                        .command()
                        .lines()
                        .map(line -> INDENT + INDENT + Printable.lines(line))
                        .toList()
                : List.of();
        return Stream.concat(
                        Stream.of(
                                correctionGroup.number() + "  "
                                        + correctionGroup.asked().headline() + " -> "
                                        + Task.headline(correction.command()) + " (" + Printable.of(correction.rule())
                                        + ": "
                                        + Printable.of(correction.why()) + note + ")",
                                INDENT + Phrases.hosts(correctionGroup.hosts())),
                        whole.stream())
                .toList();
    }

    private String time(Instant at) {
        return Phrases.time(at, style.zone());
    }
}
