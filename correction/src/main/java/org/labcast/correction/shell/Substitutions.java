package org.labcast.correction.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * The commands that reading a word runs: {@code $(…)}, {@code <(…)}, {@code >(…)} and backquotes, in or out of double quotes.
 *
 * @param commands their stretches within the word, without the signs around them
 * @param opaque whether there are others, which cannot be read as they stand: inside arithmetic, {@code ${…}}, or escaped
 */
record Substitutions(List<Stretch> commands, boolean opaque) {
    /** From the first character to the one behind the last, from 0. */
    record Stretch(int start, int end) {}

    /** @param word with all its quotes closed */
    static Substitutions of(String word) {
        return new Search(word).found();
    }

    private static final class Search {
        private final String word;
        private final WordScanner scanner;
        private final List<Stretch> commands = new ArrayList<>();
        private boolean opaque;
        private boolean quoted;

        Search(String word) {
            this.word = word;
            this.scanner = new WordScanner(word);
        }

        Substitutions found() {
            int at = 0;
            while (at >= 0 && at < word.length()) {
                at = next(at);
            }
            return new Substitutions(List.copyOf(commands), opaque || at < 0);
        }

        private int next(int at) {
            char c = word.charAt(at);
            if (c == '"') {
                quoted = !quoted;
                return at + 1;
            }
            boolean process = !quoted && (word.startsWith("<(", at) || word.startsWith(">(", at));
            boolean unit = c == '\\' || c == '`' || c == '$' || process || (c == '\'' && !quoted);
            if (!unit || (quoted && word.startsWith("$'", at))) {
                return at + 1;
            }
            int end = scanner.behindUnit(at);
            if (end > 0) {
                look(at, end, process);
            }
            return end;
        }

        private void look(int at, int end, boolean process) {
            String unit = word.substring(at, end);
            boolean arithmetic = unit.startsWith("$((") && unit.endsWith("))");
            if (process || (unit.startsWith("$(") && !arithmetic)) {
                commands.add(new Stretch(at + 2, end - 1));
            } else if (unit.startsWith("`") && unit.indexOf('\\') < 0) {
                commands.add(new Stretch(at + 1, end - 1));
            } else if (unit.startsWith("`") || arithmetic || unit.startsWith("${")) {
                opaque |= unit.startsWith("`") || unit.indexOf('`') >= 0 || unit.indexOf("$(", 1) >= 0;
            }
        }
    }
}
