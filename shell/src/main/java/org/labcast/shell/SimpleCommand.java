package org.labcast.shell;

import java.util.List;

/**
 * A program, builtin or function with its arguments.
 *
 * @param depth how many compound commands, functions and substitutions it stands in; 0: none
 * @param assignments before its name
 * @param words its name and arguments; empty for assignments or redirections alone
 * @param redirections operators such as {@code >>}, in order
 */
public record SimpleCommand(
        int depth, List<ShellWord> assignments, List<ShellWord> words, List<Redirection> redirections) {
    /** @param target the file, descriptor, or delimiter of a here-document */
    public record Redirection(String operator, ShellWord target) {}

    public SimpleCommand {
        assignments = List.copyOf(assignments);
        words = List.copyOf(words);
        redirections = List.copyOf(redirections);
    }

    /** The name as written; empty text when there is none. */
    public String name() {
        return words.isEmpty() ? "" : words.get(0).text();
    }
}
