package org.labcast.correction;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a command printed, cut to a size that any rule can afford: standard error first, without escape sequences.
 *
 * <p>At most {@value #LINES} lines of at most {@value #WIDTH} characters, from the start and the end of each stream.
 */
public final class Printed {
    static final int LINES = 400;
    /** Maven names all its phases in one line. */
    static final int WIDTH = 1200;

    private static final int STREAM = 8_000;
    private static final Pattern ESCAPE =
            Pattern.compile("\\x1b(?:\\[[0-9;?]{0,20}[ -/]{0,3}[@-~]|\\][^\\x07\\x1b]{0,200}\\x07)|\\r");

    private final List<String> lines;

    private Printed(List<String> lines) {
        this.lines = lines;
    }

    static Printed of(FailedCommand failed) {
        return new Printed(Stream.of(failed.err(), failed.out())
                .flatMap(stream -> ESCAPE.matcher(cut(stream)).replaceAll("").lines())
                .map(line -> line.length() > WIDTH ? line.substring(0, WIDTH) : line)
                .limit(LINES)
                .toList());
    }

    private static String cut(String stream) {
        return stream.length() <= 2 * STREAM
                ? stream
                : stream.substring(0, STREAM) + "\n" + stream.substring(stream.length() - STREAM);
    }

    public List<String> lines() {
        return lines;
    }

    /** Whether some line contains the text. */
    public boolean contains(String text) {
        return lines.stream().anyMatch(line -> line.contains(text));
    }

    /** The pattern's first place in the first line that has one. */
    public Optional<Matcher> find(Pattern pattern) {
        return findAll(pattern).findFirst();
    }

    /** The pattern's first place in each line that has one. */
    public Stream<Matcher> findAll(Pattern pattern) {
        return lines.stream().map(pattern::matcher).filter(Matcher::find);
    }
}
