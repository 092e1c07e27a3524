package org.labcast.publisher.taskfile;

import java.util.ArrayList;
import java.util.List;

/**
 * A command as it stands in a text, with its indentation and the backslashes that continue it.
 *
 * @param first index of its first line
 * @param start index of its first character in the whole text
 * @param text all of it but the end of its last line
 * @param places for each character of the joined lines its index in {@code text}
 * @param joined the lines put together
 */
record LogicalLine(int first, int start, String text, List<Integer> places, String joined) {
    static LogicalLine read(String whole, List<TextLine> lines, int first) {
        StringBuilder joined = new StringBuilder();
        List<Integer> places = new ArrayList<>();
        int start = lines.get(first).start();
        int next = first;
        do {
            TextLine line = lines.get(next++);
            joined.append(line.text());
            for (int i = 0; i < line.text().length(); i++) {
                places.add(line.start() - start + i);
            }
        } while (dropContinuation(joined, places) && next < lines.size());
        String text = whole.substring(start, lines.get(next - 1).end());
        return new LogicalLine(first, start, text, places, joined.toString());
    }

    private static boolean dropContinuation(StringBuilder joined, List<Integer> places) {
        boolean continues = TaskFileParser.continues(joined);
        if (continues) {
            places.remove(places.size() - 1);
            joined.setLength(places.size());
        }
        return continues;
    }

    int end() {
        return start + text.length();
    }

    /** The text with another command, in the same lines where that can be. */
    String with(String command) {
        int margin = joined.length() - joined.stripLeading().length();
        String old = joined.strip();
        int shorter = Math.min(old.length(), command.length());
        int head = 0;
        while (head < shorter && old.charAt(head) == command.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && old.charAt(old.length() - 1 - tail) == command.charAt(command.length() - 1 - tail)) {
            tail++;
        }
        String changed =
                replace(margin + head, margin + old.length() - tail, command.substring(head, command.length() - tail));
        return reads(changed, command) ? changed : replace(margin, margin + old.length(), command);
    }

    /** @param from index in the joined lines, as {@code to} */
    private String replace(int from, int to, String with) {
        int begin = from < places.size() ? places.get(from) : places.get(from - 1) + 1;
        int end = from < to ? places.get(to - 1) + 1 : begin;
        return text.substring(0, begin) + with + text.substring(end);
    }

    /** A backslash may have come to stand before one that continues the line. */
    private static boolean reads(String text, String command) {
        LogicalLine read = read(text, TextLine.of(text), 0);
        return read.end() == text.length() && read.joined().strip().equals(command);
    }
}
