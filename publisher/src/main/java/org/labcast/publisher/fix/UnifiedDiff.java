package org.labcast.publisher.fix;

import java.util.ArrayList;
import java.util.List;
import org.labcast.publisher.report.Ansi;
import org.labcast.publisher.taskfile.TaskFileEdit;
import org.labcast.publisher.taskfile.TaskFileEdit.Change;
import org.labcast.text.Printable;

/** The difference between two task files, in the form of {@code diff -u} for a reader's eyes. */
public final class UnifiedDiff {
    private static final int CONTEXT = 3;

    private final TaskFileEdit edit;
    private final Ansi ansi;
    private final List<String> shown = new ArrayList<>();
    private int grown;

    private UnifiedDiff(TaskFileEdit edit, Ansi ansi) {
        this.edit = edit;
        this.ansi = ansi;
    }

    public static String render(String before, String after, TaskFileEdit edit, Ansi ansi) {
        UnifiedDiff diff = new UnifiedDiff(edit, ansi);
        diff.shown.add(ansi.bold("--- " + Printable.of(before)));
        diff.shown.add(ansi.bold("+++ " + Printable.of(after)));
        List<Change> hunk = new ArrayList<>();
        for (Change change : edit.changes()) {
            if (!hunk.isEmpty() && change.line() - end(hunk) > 2 * CONTEXT) {
                diff.hunk(hunk);
                hunk.clear();
            }
            hunk.add(change);
        }
        diff.hunk(hunk);
        return String.join("\n", diff.shown) + "\n";
    }

    /** Index of the line behind the last that is replaced. */
    private static int end(List<Change> hunk) {
        Change last = hunk.get(hunk.size() - 1);
        return last.line() + last.before().size();
    }

    private void hunk(List<Change> hunk) {
        int first = Math.max(0, hunk.get(0).line() - CONTEXT);
        int end = Math.min(edit.before().size(), end(hunk) + CONTEXT);
        int growth = hunk.stream()
                .mapToInt(change -> change.after().size() - change.before().size())
                .sum();
        shown.add(ansi.cyan("@@ -" + (first + 1) + "," + (end - first) + " +" + (first + 1 + grown) + ","
                + (end - first + growth) + " @@"));
        grown += growth;
        int next = first;
        for (Change change : hunk) {
            edit.before().subList(next, change.line()).forEach(line -> shown.add(" " + printable(line)));
            change.before().forEach(line -> shown.add(ansi.red("-" + printable(line))));
            change.after().forEach(line -> shown.add(ansi.green("+" + printable(line))));
            next = change.line() + change.before().size();
        }
        edit.before().subList(next, end).forEach(line -> shown.add(" " + printable(line)));
    }

    private static String printable(String line) {
        return Printable.lines(line);
    }
}
