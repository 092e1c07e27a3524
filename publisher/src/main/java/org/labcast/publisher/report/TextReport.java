package org.labcast.publisher.report;

import java.util.ArrayList;
import java.util.List;
import org.labcast.model.order.Task;
import org.labcast.model.result.Attempt;
import org.labcast.model.result.Output;
import org.labcast.model.result.TaskState;
import org.labcast.text.Printable;

/**
 * What a person reads in a terminal: for each command the outputs, each once with the hosts that gave it; then what
 * wants attention; the totals last, where the eye is.
 */
public final class TextReport {
    private static final int MOST_GROUPS = 60;
    private static final int MOST_LINES = 40;
    private static final String INDENT = "    ";

    private final TerminalStyle style;
    private final Ansi ansi;

    public TextReport(TerminalStyle style) {
        this.style = style;
        this.ansi = new Ansi(style.colour());
    }

    public String render(JobReport report) {
        List<List<TaskGroup>> groups = TaskGroup.of(report);
        List<String> lines = new ArrayList<>();
        lines.add(title(report));
        for (int task = 0; task < groups.size(); task++) {
            if (!groups.get(task).isEmpty()) {
                lines.add("");
                lines.add(
                        ansi.bold(task + 1 + "  " + command(report.job().tasks().get(task))));
                outputs(report, groups.get(task), lines);
            }
        }
        lines.addAll(new TextAttention(style).render(report, groups));
        lines.add("");
        lines.add(TotalsLine.of(report, ansi));
        return String.join("\n", lines) + "\n";
    }

    private String title(JobReport report) {
        return "Job " + report.job().id() + " '" + Printable.of(report.job().title()) + "' for "
                + Printable.of(report.job().header().target().describe()) + ", made "
                + Phrases.time(report.job().header().created(), style.zone());
    }

    private static String command(Task task) {
        return task.headline();
    }

    private void outputs(JobReport report, List<TaskGroup> groups, List<String> lines) {
        groups.stream().limit(MOST_GROUPS).forEach(group -> group(report, group, lines));
        if (groups.size() > MOST_GROUPS) {
            int hosts = groups.stream()
                    .skip(MOST_GROUPS)
                    .mapToInt(group -> group.hosts().size())
                    .sum();
            lines.add(INDENT + "[... " + Phrases.count(groups.size() - MOST_GROUPS, "other output") + " of "
                    + Phrases.count(hosts, "host") + " left out: publisher report "
                    + report.job().id()
                    + " --json shows all]");
        }
    }

    private void group(JobReport report, TaskGroup group, List<String> lines) {
        String who = INDENT + Phrases.hosts(group.hosts());
        TaskState state = group.outcome().state();
        if (!state.success()) {
            lines.add(who + ": " + ansi.red(failure(group)));
            return;
        }
        String mark = state == TaskState.CORRECTED ? ansi.yellow(" corrected") : "";
        List<String> body = body(group.last().orElseThrow());
        if (body.isEmpty()) {
            lines.add(who + mark + ": ok, no output");
        } else if (body.size() == 1) {
            lines.add(who + mark + ": " + body.get(0));
        } else {
            lines.add(who + mark + ":");
            body.forEach(line -> lines.add(INDENT + INDENT + line));
        }
        if (!isWhole(group.last().orElseThrow())) {
            lines.add(INDENT + INDENT + Phrases.rest(report, group));
        }
    }

    private static String failure(TaskGroup group) {
        String state = Phrases.of(group.outcome().state());
        return group.last()
                .map(run -> Phrases.unlessSaid(state, ", ", Phrases.ending(run)) + ", see below")
                .orElse(state);
    }

    private static boolean isWhole(Attempt run) {
        return Excerpt.isWhole(run.out(), MOST_LINES) && Excerpt.isWhole(run.err(), MOST_LINES);
    }

    private static List<String> body(Attempt run) {
        List<String> lines = new ArrayList<>(Excerpt.of(run.out(), MOST_LINES));
        errors(run.err()).forEach(lines::add);
        return lines;
    }

    private static List<String> errors(Output err) {
        return Excerpt.of(err, MOST_LINES).stream()
                .map(line -> "stderr: " + line)
                .toList();
    }
}
