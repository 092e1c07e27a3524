package org.labcast.publisher.report;

import java.util.ArrayList;
import java.util.List;
import org.labcast.model.Output;
import org.labcast.model.Printable;

/** Lines of an output, safe to show; what is left out is counted in a line of its own. */
final class Excerpt {
    private static final int LONGEST_LINE = 1000;

    /** Of a shortened output, this share stands at its end. */
    private static final int TAIL_SHARE = 4;

    private Excerpt() {}

    /**
     * The beginning and the end.
     *
     * @param most lines, beside the one that counts what is left out
     */
    static List<String> of(Output output, int most) {
        List<String> lines = all(output);
        if (lines.size() <= most) {
            return lines;
        }
        int tail = most / TAIL_SHARE;
        int head = most - tail;
        List<String> shown = new ArrayList<>(lines.subList(0, head));
        shown.add("[... " + leftOut(output, lines.size() - most) + " left out ...]");
        shown.addAll(lines.subList(lines.size() - tail, lines.size()));
        return shown;
    }

    /** Whether {@link #of} shows every byte. */
    static boolean isWhole(Output output, int most) {
        return output.isComplete()
                && split(output.head().text()).size() <= most
                && output.head().text().lines().allMatch(line -> line.length() <= LONGEST_LINE);
    }

    /** Nobody knows how many lines are in the bytes that the host did not send. */
    private static String leftOut(Output output, int lines) {
        return output.isComplete()
                ? Words.count(lines, "line")
                : Words.count(lines - 1, "line") + " and " + Words.count(output.omitted(), "byte");
    }

    /** Only the end. */
    static List<String> end(Output output, int most) {
        List<String> lines = all(output);
        if (lines.size() <= most) {
            return lines;
        }
        List<String> shown = new ArrayList<>();
        shown.add("[... " + Words.count(lines.size() - most, "line") + " before these ...]");
        shown.addAll(lines.subList(lines.size() - most, lines.size()));
        return shown;
    }

    static List<String> all(Output output) {
        List<String> lines = new ArrayList<>(split(output.head().text()));
        if (!output.isComplete()) {
            lines.add("[... " + Words.count(output.omitted(), "byte") + " left out ...]");
            lines.addAll(split(output.tail().text()));
        }
        if (output.kept() < output.total()) {
            lines.add("[the host kept only the first " + Words.count(output.kept(), "byte") + " of "
                    + Words.count(output.total(), "byte") + "]");
        }
        return lines;
    }

    private static List<String> split(String text) {
        String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return text.isEmpty() ? List.of() : body.lines().map(Excerpt::printable).toList();
    }

    private static String printable(String line) {
        int more = line.length() - LONGEST_LINE;
        return more <= 0
                ? Printable.lines(line)
                : Printable.lines(line.substring(0, LONGEST_LINE)) + " [... " + Words.count(more, "character")
                        + " left out]";
    }
}
