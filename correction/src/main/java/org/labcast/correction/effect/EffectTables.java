package org.labcast.correction.effect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.labcast.correction.shell.SimpleCommand;

/**
 * The effect tables as shipped, {@code effects.txt}, one line for each tool or verb, and beside them what a lab says of its own tools.
 *
 * <p>Lines are found by their tool and read when somebody asks for it. Safe for use by several threads.
 */
public final class EffectTables {
    private static final String GLOBAL = "global";

    private final Map<String, List<String>> lines;
    private final Map<String, List<EffectRow>> rows;
    private final Map<String, List<EffectRow>> custom;

    private EffectTables(
            Map<String, List<String>> lines, Map<String, List<EffectRow>> rows, Map<String, List<EffectRow>> custom) {
        this.lines = lines;
        this.rows = rows;
        this.custom = custom;
    }

    private static final class Shipped {
        static final EffectTables TABLES = of(Resources.lines("effects.txt"));
    }

    /** Reads them the first time. */
    public static EffectTables shipped() {
        return Shipped.TABLES;
    }

    /** @param lines as in {@code effects.txt}, without comments */
    public static EffectTables of(List<String> lines) {
        Map<String, List<String>> byTool = new HashMap<>();
        lines.forEach(line -> byTool.computeIfAbsent(line.substring(0, line.indexOf(' ')), tool -> new ArrayList<>())
                .add(line));
        return new EffectTables(byTool, new ConcurrentHashMap<>(), Map.of());
    }

    /**
     * These tables with a lab's own rows beside them. Of a tool that is here already a row counts only where it says that a call does more;
     * of several rows that fit, the one that says most.
     */
    public EffectTables with(List<CustomEffect> effects) {
        Map<String, List<EffectRow>> byTool = new HashMap<>();
        effects.forEach(effect ->
                byTool.computeIfAbsent(effect.tool(), tool -> new ArrayList<>()).add(effect.row()));
        return new EffectTables(lines, rows, Map.copyOf(byTool));
    }

    public boolean knows(String tool) {
        return lines.containsKey(tool) || custom.containsKey(tool);
    }

    /** All tools. */
    public Set<String> tools() {
        Set<String> tools = new HashSet<>(lines.keySet());
        tools.addAll(custom.keySet());
        return tools;
    }

    /** The first verbs of a tool, of all its lines. */
    public Set<String> verbs(String tool, int at) {
        Set<String> verbs = new TreeSet<>();
        rows(tool).stream()
                .filter(row -> row.verbs().size() > at)
                .forEach(row -> verbs.addAll(row.verbs().get(at)));
        return verbs;
    }

    /** The verbs that may follow others of the tool, of all lines that begin with those. */
    public Set<String> verbsAfter(String tool, List<String> before) {
        Set<String> verbs = new TreeSet<>();
        rows(tool).stream()
                .filter(row -> row.verbs().size() > before.size() && row.beginsWith(before))
                .forEach(row -> verbs.addAll(row.verbs().get(before.size())));
        return verbs;
    }

    /** Whether a line of the tool has the option of one letter, such as {@code -l}. */
    public boolean hasLetter(String tool, String option) {
        return rows(tool).stream().anyMatch(row -> row.options().containsKey(option));
    }

    /** The options of a tool with more than one letter, of all its lines. */
    public Set<String> longOptions(String tool) {
        Set<String> options = new TreeSet<>();
        rows(tool)
                .forEach(row -> row.options().values().stream()
                        .map(OptionSpec::name)
                        .filter(name -> name.length() > 2)
                        .forEach(options::add));
        return options;
    }

    /** What a call does. */
    public Reading read(SimpleCommand command) {
        String name = command.nameWord().value();
        String tool = command.tool();
        if (name.contains("/") && !name.matches("/(?:usr/)?s?bin/[^/]+")) {
            return Reading.unknown(tool, "a program outside the system's folders");
        }
        // A bracket alone is no pattern of the shell's.
        boolean literal =
                command.nameWord().literal() || command.nameWord().text().matches("\\[{1,2}");
        if (!literal || !knows(tool)) {
            return Reading.unknown(tool, "'" + tool + "'");
        }
        if (!lines.containsKey(tool)) {
            return custom(command);
        }
        Reading shipped = shipped(command);
        Reading stricter = custom(command);
        return shipped.known() && stricter.known() && stricter.effect().compareTo(shipped.effect()) > 0
                ? stricter
                : shipped;
    }

    private Reading shipped(SimpleCommand command) {
        String tool = command.tool();
        Reading best = Reading.unknown(tool, "that way to call " + tool);
        boolean first = true;
        for (EffectRow row : shippedRows(tool)) {
            Reading reading = row.read(command);
            if (reading.known()) {
                return reading;
            }
            best = first ? reading : best;
            first = false;
        }
        return best;
    }

    /** What the lab's rows say: where several fit, the one that says most. */
    private Reading custom(SimpleCommand command) {
        String tool = command.tool();
        Reading most = Reading.unknown(tool, "that way to call " + tool);
        for (EffectRow row : custom.getOrDefault(tool, List.of())) {
            Reading reading = row.read(command);
            boolean greater = !most.known() || reading.effect().compareTo(most.effect()) > 0;
            if (reading.known() && greater && !isVerbOfAnother(reading, tool)) {
                most = reading;
            }
        }
        return most;
    }

    /** Whether what a row takes for its first operand is a verb to another row of the lab, which then is the one to speak. */
    private boolean isVerbOfAnother(Reading reading, String tool) {
        List<String> verbs = values(reading, Part.Role.VERB);
        return values(reading, Part.Role.OPERAND).stream()
                .limit(1)
                .anyMatch(operand -> custom.getOrDefault(tool, List.of()).stream()
                        .anyMatch(row -> row.verbs().size() > verbs.size()
                                && row.beginsWith(verbs)
                                && row.verbs().get(verbs.size()).contains(operand)));
    }

    private static List<String> values(Reading reading, Part.Role role) {
        return reading.parts().stream()
                .filter(part -> part.role() == role)
                .map(part -> part.word().value())
                .toList();
    }

    private List<EffectRow> rows(String tool) {
        List<EffectRow> all = new ArrayList<>(shippedRows(tool));
        all.addAll(custom.getOrDefault(tool, List.of()));
        return all;
    }

    private List<EffectRow> shippedRows(String tool) {
        return rows.computeIfAbsent(tool, this::parse);
    }

    /** More verbs first, so that the line that says most is asked first; what one says for all is added to each. */
    private List<EffectRow> parse(String tool) {
        List<String> own = lines.getOrDefault(tool, List.of());
        String shared = own.stream()
                .filter(line -> line.split(" *\\| *", -1)[1].equals(GLOBAL))
                .map(line -> line.split(" *\\| *", -1)[2])
                .findFirst()
                .orElse("");
        return own.stream()
                .filter(line -> !line.split(" *\\| *", -1)[1].equals(GLOBAL))
                .map(line -> EffectRow.of(with(line, shared)))
                .sorted(Comparator.comparingInt(row -> -row.verbs().size()))
                .toList();
    }

    private static String with(String line, String shared) {
        String[] columns = line.split(" *\\| *", -1);
        return columns[0] + " | " + columns[1] + " | " + shared + " " + columns[2] + " | " + columns[3];
    }
}
