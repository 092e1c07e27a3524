package org.labcast.correction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words that a tool lists as its commands, tasks or choices, in whatever usage or help it prints: {@code [start|stop]},
 * {@code {start,stop}}, {@code choose from 'start', 'stop'}, and columns below a heading such as {@code Available commands:}.
 *
 * <p>Reads at most {@value #LINES} lines, {@value #CHARACTERS} characters and {@value #MOST} words.
 */
public final class UsageWords {
    private static final int MOST = 1000;
    private static final int LINES = 1000;
    private static final int CHARACTERS = 60_000;
    private static final String WORD = "[A-Za-z][\\w.:+-]{0,60}+";
    private static final Pattern NAME = Pattern.compile(WORD);
    private static final Pattern BETWEEN = Pattern.compile("[\\s|,'\"\u2018\u2019]+");
    private static final Pattern TAIL = Pattern.compile("[:.*]++$");
    private static final Pattern ALTERNATIVES =
            Pattern.compile("[\\[({<]\\s{0,3}(" + WORD + "(?:\\s{0,40}[|,]\\s{0,40}" + WORD + "){1,200}+)");
    private static final Pattern INLINE =
            Pattern.compile("(?i)(?:phases are|candidates are|choose from|choices are|one of|possible values)"
                    + "[:=]? ?(['\"\u2018]?" + WORD + "['\"\u2019]?(?:, ['\"\u2018]?" + WORD
                    + "['\"\u2019]?){1,200}+)");
    private static final Pattern USAGE =
            Pattern.compile("(?i)^\\s*(?:usage|or):\\s+(" + WORD + "(?: " + WORD + "){1,4}+)");
    private static final Pattern HEADING = Pattern.compile("(?i)^(?!.{90})(?!\\s*\\S+\\s{2,})"
            + "(?:.*\\b(?:(?:sub)?commands?|tasks|scripts|targets|actions|verbs|goals|choices)\\b"
            + "(?: are| available| are available| included in \\S+| runnable from .*| \\([^)]*\\))?:?"
            + "|.*(?:is one of|available (?:in|via) .*):)$");
    private static final Pattern RULE = Pattern.compile("\\s*[-=]{3,}\\s*");
    private static final Pattern ENTRY =
            Pattern.compile("^\\s*(?:[-*] )?((?:" + WORD + "[*]?(?:, | \\| |,(?=$))?){1,100}+)(?=[\\s(\\[<{]|$)");

    private final Set<String> found = new LinkedHashSet<>();
    private boolean open;
    private boolean paused;
    private int heading;
    private int indent = -1;
    private int column = -1;

    private UsageWords() {}

    /** The listed words in their order. */
    public static List<String> of(Collection<String> printed) {
        List<String> lines = bounded(printed);
        UsageWords words = new UsageWords();
        lines.forEach(words::read);
        String text = String.join("\n", lines);
        for (Pattern pattern : List.of(ALTERNATIVES, INLINE)) {
            pattern.matcher(text)
                    .results()
                    .map((MatchResult list) -> list.group(1))
                    .forEach(words::add);
        }
        if (words.found.isEmpty()) {
            words.plain(lines);
        }
        return words.found.stream().limit(MOST).toList();
    }

    private static List<String> bounded(Collection<String> printed) {
        List<String> lines = new ArrayList<>();
        int left = CHARACTERS;
        for (String line : printed) {
            left -= line.length() + 1;
            if (left < 0 || lines.size() == LINES) {
                break;
            }
            lines.add(line);
        }
        return lines;
    }

    /** A list without any words around it, as {@code pyenv commands} prints. */
    private void plain(List<String> lines) {
        List<String> names = new ArrayList<>(lines.stream().map(String::strip).toList());
        names.removeIf(line -> line.isEmpty() || line.startsWith("-"));
        if (names.stream().allMatch(line -> NAME.matcher(line).matches())) {
            names.forEach(this::add);
        }
    }

    private void read(String line) {
        Matcher usage = USAGE.matcher(line);
        if (usage.find()) {
            add(usage.group(1).substring(usage.group(1).lastIndexOf(' ') + 1));
        }
        if (line.isBlank()) {
            paused = indent >= 0;
        } else if (HEADING.matcher(line).find()) {
            open = true;
            begin(line);
        } else if (open && !RULE.matcher(line).matches()) {
            open = !paused || indentOf(line) > heading;
            entry(line);
        }
    }

    private void begin(String line) {
        heading = indentOf(line);
        indent = -1;
        column = -1;
        paused = false;
    }

    private void entry(String line) {
        if (!open) {
            return;
        }
        paused = false;
        if (line.strip().endsWith(":")) {
            indent = -1;
            column = -1;
            return;
        }
        if (indent < 0) {
            indent = indentOf(line);
            column = columnOf(line);
        }
        // Names may be flush right; then their descriptions are in one column.
        if (indentOf(line) == indent || (column > 0 && columnOf(line) == column)) {
            Matcher entry = ENTRY.matcher(line);
            if (entry.find()) {
                add(entry.group(1));
            }
        }
    }

    private void add(String list) {
        for (String word : BETWEEN.split(list)) {
            String name = TAIL.matcher(word).replaceFirst("");
            if (found.size() < MOST && NAME.matcher(name).matches()) {
                found.add(name);
            }
        }
    }

    private static int indentOf(String line) {
        int at = 0;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Where the description begins, behind the first two blanks; 0 when there is none. */
    private static int columnOf(String line) {
        int at = line.indexOf("  ", indentOf(line));
        return at < 0 ? 0 : at + indentOf(line.substring(at));
    }
}
