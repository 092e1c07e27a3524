package org.labcast.publisher.taskfile;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a text, as {@link String#lines} divides it.
 *
 * @param start index of its first character in the whole text
 * @param text without its end
 */
record TextLine(int start, String text) {
    static List<TextLine> of(String text) {
        List<TextLine> lines = new ArrayList<>();
        int start = 0;
        for (String line : text.lines().toList()) {
            lines.add(new TextLine(start, line));
            start += line.length();
            start += text.startsWith("\r\n", start) ? 2 : 1;
        }
        return lines;
    }

    int end() {
        return start + text.length();
    }
}
