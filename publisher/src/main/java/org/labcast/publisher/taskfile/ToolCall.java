package org.labcast.publisher.taskfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.labcast.model.PathText;
import org.labcast.shell.ShellWord;
import org.labcast.shell.SimpleCommand;

/**
 * A program and its arguments, without {@code sudo}, {@code env} and others that only start it.
 *
 * @param wrappers names of those that start it, the outermost first
 * @param words without quotes; empty when there is nothing but wrappers
 */
record ToolCall(SimpleCommand command, List<String> wrappers, List<String> words) {
    /** Programs that run another one, and their options that take a value as a word of its own. */
    private static final Map<String, Set<String>> WRAPPERS = Map.ofEntries(
            Map.entry(
                    "sudo",
                    Set.of("-u", "-g", "-h", "-p", "-C", "-r", "-t", "-T", "-U", "-D", "-R", "--user", "--group")),
            Map.entry("doas", Set.of("-u", "-C")),
            Map.entry("env", Set.of("-u", "-C", "--unset", "--chdir")),
            Map.entry("nohup", Set.of()),
            Map.entry("nice", Set.of("-n", "--adjustment")),
            Map.entry("ionice", Set.of("-c", "-n")),
            Map.entry("time", Set.of("-f", "-o")),
            Map.entry("command", Set.of()),
            Map.entry("timeout", Set.of("-s", "-k", "--signal", "--kill-after")),
            Map.entry("stdbuf", Set.of("-i", "-o", "-e")),
            Map.entry("setsid", Set.of()));

    static ToolCall of(SimpleCommand command) {
        List<String> words = command.words().stream().map(ShellWord::unquoted).toList();
        List<String> wrappers = new ArrayList<>();
        int at = 0;
        while (at < words.size() && WRAPPERS.containsKey(base(words.get(at)))) {
            String wrapper = base(words.get(at));
            int behind = operands(words, at + 1, WRAPPERS.getOrDefault(wrapper, Set.of()));
            if (wrapper.equals("sudo") && words.subList(at, behind).stream().anyMatch(ToolCall::isLogin)) {
                break;
            } else if (wrapper.equals("timeout")) {
                behind++;
            }
            wrappers.add(wrapper);
            at = Math.min(behind, words.size());
        }
        return new ToolCall(command, List.copyOf(wrappers), List.copyOf(words.subList(at, words.size())));
    }

    /** {@code sudo -i} and {@code sudo -s} start a shell themselves. */
    private static boolean isLogin(String option) {
        return option.matches("-[A-Za-z]*[is]|--login|--shell");
    }

    private static int operands(List<String> words, int from, Set<String> valued) {
        int at = from;
        while (at < words.size()) {
            String word = words.get(at);
            if (word.equals("--")) {
                return at + 1;
            } else if (valued.contains(word)) {
                at += 2;
            } else if (word.startsWith("-") || word.matches("[A-Za-z_]\\w*=.*")) {
                at++;
            } else {
                return at;
            }
        }
        return at;
    }

    private static String base(String word) {
        return PathText.base(word);
    }

    /** Name of the program without its folder; empty text when there is none. */
    String name() {
        return words.isEmpty() ? "" : base(words.get(0));
    }

    List<String> arguments() {
        return words.isEmpty() ? List.of() : words.subList(1, words.size());
    }

    /** Whether an argument, or one of the letters of an option such as {@code -xvf}, is among those. */
    boolean has(String... options) {
        Set<String> wanted = Set.of(options);
        return arguments().stream()
                .anyMatch(word -> wanted.contains(word)
                        || wanted.contains(word.replaceFirst("=.*", ""))
                        || (word.matches("-[A-Za-z0-9]{2,}")
                                && word.chars().skip(1).anyMatch(letter -> wanted.contains("-" + (char) letter))));
    }

    /** Arguments that are no options. */
    List<String> operands() {
        return arguments().stream().filter(word -> !word.startsWith("-")).toList();
    }

    /**
     * Arguments that are neither options nor their values.
     *
     * @param valued options whose value is a word of its own
     */
    List<String> operands(Set<String> valued) {
        List<String> operands = new ArrayList<>();
        List<String> all = arguments();
        for (int at = 0; at < all.size(); at++) {
            String word = all.get(at);
            if (valued.contains(word)) {
                at++;
            } else if (!word.startsWith("-")) {
                operands.add(word);
            }
        }
        return operands;
    }

    /** As a person would write it, not too long. */
    String shown() {
        String whole =
                String.join(" ", command.words().stream().map(ShellWord::text).toList());
        return whole.length() > 40 || whole.contains("\n") ? name() : whole;
    }
}
