package org.labcast.publisher.taskfile;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.labcast.model.Bytes;
import org.labcast.publisher.text.Utf8Text;

/**
 * A task file's text in which some commands are replaced, every other byte being as it was.
 *
 * @param before the lines of the text as it was, without their ends
 * @param changes where the text differs, from the first line to the last
 * @param content the new text
 */
public record TaskFileEdit(List<String> before, List<Change> changes, Bytes content) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * Lines that are replaced by others.
     *
     * @param line index of the first in the old text, from 0
     */
    public record Change(int line, List<String> before, List<String> after) {
        public Change {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** A command as it stands in the file, and what is to stand there. */
    public record Replacement(String before, String after) {}

    public TaskFileEdit {
        before = List.copyOf(before);
        changes = List.copyOf(changes);
    }

    /**
     * Replaces commands; {@link CommandText#problem} must have nothing against them.
     *
     * @param content of a file that can be parsed
     * @param commands what to write instead of the command that begins in a line, by the line's number, from 1
     */
    public static TaskFileEdit of(Bytes content, SortedMap<Integer, Replacement> commands) {
        String text = Utf8Text.decode(content.toArray()).text();
        List<TextLine> lines = TextLine.of(text);
        StringBuilder edited = new StringBuilder(content.text().startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "");
        List<Change> changes = new ArrayList<>();
        int copied = 0;
        for (var entry : commands.entrySet()) {
            int first = entry.getKey() - 1;
            List<String> before = entry.getValue().before().lines().toList();
            List<String> after = entry.getValue().after().lines().toList();
            int start = begin(lines.get(first), before.get(0));
            int last = first + before.size() - 1;
            int end = before.size() == 1
                    ? start + before.get(0).length()
                    : lines.get(last).start() + before.get(before.size() - 1).length();
            // Line ends stay those of the file.
            String lineEnd = lineEnd(text, lines.get(first).end());
            edited.append(text, copied, start).append(String.join(lineEnd, after));
            copied = end;
            String margin = text.substring(lines.get(first).start(), start);
            String rest = text.substring(end, lines.get(last).end());
            changes.add(trimmed(first, around(margin, before, rest), around(margin, after, rest)));
        }
        edited.append(text, copied, text.length());
        return new TaskFileEdit(lines.stream().map(TextLine::text).toList(), changes, Bytes.utf8(edited.toString()));
    }

    private static String lineEnd(String text, int at) {
        if (text.startsWith("\r", at)) {
            return text.startsWith("\r\n", at) ? "\r\n" : "\r";
        }
        return "\n";
    }

    private static int begin(TextLine line, String command) {
        int margin = line.text().indexOf(command);
        if (margin < 0) {
            throw new IllegalArgumentException("the command does not begin in that line: " + command);
        }
        return line.start() + margin;
    }

    private static List<String> around(String margin, List<String> lines, String rest) {
        List<String> whole = new ArrayList<>(lines);
        whole.set(0, margin + whole.get(0));
        whole.set(whole.size() - 1, whole.get(whole.size() - 1) + rest);
        return whole;
    }

    /** Leaves out the lines of a continued command that stay. */
    private static Change trimmed(int line, List<String> before, List<String> after) {
        int shorter = Math.min(before.size(), after.size());
        int head = 0;
        while (head < shorter && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        return new Change(
                line + head, before.subList(head, before.size() - tail), after.subList(head, after.size() - tail));
    }
}
