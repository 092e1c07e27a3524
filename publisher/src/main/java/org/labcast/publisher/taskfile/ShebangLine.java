package org.labcast.publisher.taskfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.labcast.model.PathText;

/**
 * What a first line {@code #!} says.
 *
 * @param interpreter program and at most one argument
 * @see <a href="https://man7.org/linux/man-pages/man2/execve.2.html">execve(2), Interpreter scripts</a>
 */
record ShebangLine(List<String> interpreter) {
    /** Shells that commands can be typed into one by one. */
    private static final Set<String> SHELLS = Set.of("sh", "dash", "ash", "bash");

    /** Of a text that begins with one. */
    static Optional<ShebangLine> of(String text) {
        String first = text.lines().findFirst().orElse("");
        if (!first.startsWith("#!")) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>(List.of(first.substring(2).strip().split("[ \\t]+")));
        if (words.get(0).matches("(?:/usr)?/bin/env") && words.size() > 1) {
            words.remove(0);
            if (words.get(0).equals("-S") && words.size() > 1) {
                words.remove(0);
            }
        }
        // What only ends the options says nothing.
        words.removeIf(word -> word.equals("-") || word.equals("--"));
        return words.isEmpty() || words.get(0).isEmpty()
                ? Optional.empty()
                : Optional.of(new ShebangLine(List.copyOf(words)));
    }

    /** The shell that the file's commands are typed into; empty when the file is for another interpreter. */
    Optional<String> shell() {
        String name = name();
        boolean plain = interpreter.stream().skip(1).allMatch(word -> word.matches("-[aefuvxC]+|-o|pipefail"));
        return SHELLS.contains(name) && plain ? Optional.of(name) : Optional.empty();
    }

    /** What is typed first: the options that the shell is started with. */
    Optional<String> settings() {
        List<String> options = interpreter.subList(1, interpreter.size());
        return options.isEmpty() ? Optional.empty() : Optional.of("set " + String.join(" ", options));
    }

    private String name() {
        String program = interpreter.get(0);
        return PathText.base(program);
    }
}
