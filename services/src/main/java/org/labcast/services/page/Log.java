package org.labcast.services.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * Results, line by line. It keeps the last {@value #LINES} lines, and of a line its first {@value #LENGTH} characters, however
 * much a tool writes and however slow the browser is; what is gone is counted.
 */
public final class Log extends Widget {
    static final int LINES = 2000;
    static final int LENGTH = 2000;

    private final String title;
    private final Deque<Line> lines = new ArrayDeque<>();
    private long dropped;
    private long cleared;

    /** @param version the change that it came with */
    private record Line(long version, String text) {}

    Log(Place place, String title) {
        super(place);
        this.title = title;
    }

    public void line(String text) {
        synchronized (lock()) {
            lines.add(new Line(changed(), shortened(text)));
            if (lines.size() > LINES) {
                lines.remove();
                dropped++;
            }
        }
    }

    /** Each line of it. */
    public void text(String text) {
        text.lines().forEach(this::line);
    }

    public void clear() {
        synchronized (lock()) {
            cleared = changed();
            lines.clear();
            dropped = 0;
        }
    }

    private static String shortened(String text) {
        return text.length() <= LENGTH
                ? text
                : text.substring(0, LENGTH) + " … (" + (text.length() - LENGTH) + " more characters)";
    }

    @Override
    void describe(Map<String, Object> description, long since) {
        description.put("kind", "log");
        description.put("title", title);
        description.put("capacity", LINES);
        description.put("clear", cleared > since);
        description.put("dropped", dropped);
        description.put(
                "lines",
                lines.stream()
                        .filter(line -> line.version() > since)
                        .map(Line::text)
                        .toList());
    }
}
