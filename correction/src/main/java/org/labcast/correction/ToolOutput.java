package org.labcast.correction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a command printed, cut to a size that any rule can afford: standard error first, without escape sequences.
 *
 * <p>Of each stream at most {@value #LINES} lines of at most {@value #WIDTH} characters, from its start and its end.
 */
public final class ToolOutput {
    static final int LINES = 400;
    /** Maven names all its phases in one line. */
    static final int WIDTH = 1200;

    private static final int STREAM = 8_000;
    private static final Pattern ESCAPE =
            Pattern.compile("\\x1b(?:\\[[0-9;?]{0,20}[ -/]{0,3}[@-~]|\\][^\\x07\\x1b]{0,200}\\x07)|\\r");

    private final List<String> lines;
    private @Nullable Map<String, BitSet> linesByWord;

    private ToolOutput(List<String> lines) {
        this.lines = lines;
    }

    static ToolOutput of(FailedCommand failed) {
        return new ToolOutput(Stream.of(failed.err(), failed.out())
                .map(stream ->
                        ESCAPE.matcher(cut(stream)).replaceAll("").lines().toList())
                .flatMap(ToolOutput::ends)
                .map(line -> line.length() > WIDTH ? line.substring(0, WIDTH) : line)
                .toList());
    }

    private static Stream<String> ends(List<String> lines) {
        int dropped = Math.max(0, lines.size() - LINES);
        return Stream.concat(lines.stream().limit(LINES / 2), lines.stream().skip(LINES / 2 + dropped));
    }

    private static String cut(String stream) {
        return stream.length() <= 2 * STREAM
                ? stream
                : stream.substring(0, STREAM) + "\n" + stream.substring(stream.length() - STREAM);
    }

    public List<String> lines() {
        return lines;
    }

    /**
     * The lines in which one of these words stands, in capitals or not: a pattern with many branches is sought in a long output
     * at little cost when it is sought only where one of its words is.
     *
     * @param words whole ones, of two or more small letters only
     */
    public ToolOutput with(Set<String> words) {
        return new ToolOutput(numbersWith(words).mapToObj(lines::get).toList());
    }

    /** The numbers, in {@link #lines}, of the lines that {@link #with} gives. */
    public IntStream numbersWith(Set<String> words) {
        BitSet numbers = new BitSet();
        words.stream().map(linesByWord()::get).forEach(found -> {
            if (found != null) {
                numbers.or(found);
            }
        });
        return numbers.stream();
    }

    private Map<String, BitSet> linesByWord() {
        if (linesByWord == null) {
            linesByWord = new HashMap<>();
            for (int i = 0; i < lines.size(); i++) {
                for (String word : words(lines.get(i))) {
                    linesByWord.computeIfAbsent(word, unseen -> new BitSet()).set(i);
                }
            }
        }
        return linesByWord;
    }

    private static List<String> words(String line) {
        String text = line.toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !Character.isLetter(text.charAt(i))) {
                if (i - start > 1) {
                    words.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        return words;
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
