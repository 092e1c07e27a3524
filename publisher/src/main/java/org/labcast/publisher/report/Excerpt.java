package org.labcast.publisher.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.labcast.model.Bytes;
import org.labcast.model.result.Output;
import org.labcast.text.Printable;

/**
 * Lines of an output, safe to show; what is left out is counted in a line of its own. Of a line that was written over with carriage
 * returns its last state is shown, as on a terminal; colours are dropped.
 */
final class Excerpt {
    private static final int LONGEST_LINE = 1000;

    /** Of a shortened output, this share stands at its end. */
    private static final int TAIL_SHARE = 4;

    /** Sets colours, or erases the line that is written over. */
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;:]*[mK]");

    /** @param bytes as written, the line feed included */
    private record Line(String text, long bytes) {}

    private Excerpt() {}

    /**
     * The beginning and the end.
     *
     * @param most lines, beside those that say what is left out
     */
    static List<String> of(Output output, int most) {
        List<Line> head = split(output.head());
        List<Line> tail = split(output.tail());
        List<Line> lines = new ArrayList<>(head);
        lines.addAll(tail);
        List<String> shown = new ArrayList<>();
        if (lines.size() <= most && output.isComplete()) {
            lines.forEach(line -> shown.add(line.text()));
        } else {
            int after = output.isComplete()
                    ? most / TAIL_SHARE
                    : Math.min(tail.size(), Math.max(most / TAIL_SHARE, most - head.size()));
            int before = output.isComplete() ? most - after : Math.min(head.size(), most - after);
            lines.subList(0, before).forEach(line -> shown.add(line.text()));
            shown.add("[... " + leftOut(output, lines.subList(before, lines.size() - after), head, before)
                    + " left out ...]");
            lines.subList(lines.size() - after, lines.size()).forEach(line -> shown.add(line.text()));
        }
        notKept(output).ifPresent(shown::add);
        return shown;
    }

    /** Only the end. */
    static List<String> end(Output output, int most) {
        List<Line> head = split(output.head());
        List<Line> tail = split(output.tail());
        List<Line> last = output.isComplete() ? head : tail;
        List<String> shown = new ArrayList<>();
        int from = Math.max(0, last.size() - most);
        if (from > 0 || !output.isComplete()) {
            List<Line> hidden = new ArrayList<>(output.isComplete() ? List.of() : head);
            hidden.addAll(last.subList(0, from));
            shown.add("[... " + leftOut(output, hidden, head, 0) + " before these ...]");
        }
        last.subList(from, last.size()).forEach(line -> shown.add(line.text()));
        notKept(output).ifPresent(shown::add);
        return shown;
    }

    /** Everything that the host sent. */
    static List<String> all(Output output) {
        List<String> lines = new ArrayList<>();
        split(output.head()).forEach(line -> lines.add(line.text()));
        if (!output.isComplete()) {
            lines.add("[... " + Phrases.count(output.omitted(), "byte") + " left out ...]");
            split(output.tail()).forEach(line -> lines.add(line.text()));
        }
        notKept(output).ifPresent(lines::add);
        return lines;
    }

    /** Whether an excerpt of so many lines shows every line whole. */
    static boolean isWhole(Output output, int most) {
        return output.isComplete()
                && split(output.head()).size() <= most
                && output.head().text().lines().allMatch(line -> line.length() <= LONGEST_LINE);
    }

    /**
     * How many lines and bytes an excerpt hides. Nobody knows how many line ends are in the bytes that the host did not send; the lines
     * at both ends of that gap may be one.
     */
    private static String leftOut(Output output, List<Line> hidden, List<Line> head, int before) {
        long bytes = hidden.stream().mapToLong(Line::bytes).sum();
        if (output.isComplete()) {
            return Phrases.count(hidden.size(), "line") + ", " + Phrases.count(bytes, "byte");
        }
        String all = Phrases.count(bytes + output.omitted(), "byte");
        boolean isTorn =
                !output.head().text().endsWith("\n") && before < head.size() && hidden.size() > head.size() - before;
        int lines = hidden.size() - (isTorn ? 1 : 0);
        return lines == 0 ? all : "at least " + Phrases.count(lines, "line") + ", " + all;
    }

    private static Optional<String> notKept(Output output) {
        return output.kept() == output.total()
                ? Optional.empty()
                : Optional.of("[the host kept only the first " + Phrases.count(output.kept(), "byte") + " of "
                        + Phrases.count(output.total(), "byte") + "]");
    }

    private static List<Line> split(Bytes output) {
        byte[] bytes = output.toArray();
        List<Line> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n' || i == bytes.length - 1) {
                int end = bytes[i] == '\n' ? i : i + 1;
                lines.add(new Line(
                        printable(new String(bytes, start, end - start, StandardCharsets.UTF_8)), i + 1L - start));
                start = i + 1;
            }
        }
        return lines;
    }

    private static String printable(String written) {
        String line = COLOUR.matcher(lastState(written)).replaceAll("");
        if (line.length() <= LONGEST_LINE) {
            return Printable.lines(line);
        }
        int cut = Character.isHighSurrogate(line.charAt(LONGEST_LINE - 1)) ? LONGEST_LINE - 1 : LONGEST_LINE;
        return Printable.lines(line.substring(0, cut)) + " [... " + Phrases.count(line.length() - cut, "character")
                + " left out]";
    }

    /** What stands behind the last carriage return, which a terminal would have written over the rest. */
    private static String lastState(String written) {
        int end = written.length();
        while (end > 0 && written.charAt(end - 1) == '\r') {
            end--;
        }
        return written.substring(written.lastIndexOf('\r', end - 1) + 1, end);
    }
}
