package org.labcast.shell;

import java.util.List;

/**
 * A program, builtin or function with its arguments.
 *
 * @param place where it stands
 * @param assignments before its name
 * @param words its name and arguments; empty for assignments or redirections alone
 * @param redirections operators such as {@code >>}, in order
 */
public record SimpleCommand(
        Place place, List<ShellWord> assignments, List<ShellWord> words, List<Redirection> redirections) {
    /** @param target the file, descriptor, or delimiter of a here-document */
    public record Redirection(String operator, ShellWord target) {}

    /**
     * @param depth how many compound commands, functions and substitutions it stands in; 0: none
     * @param inFunction whether one of them is a function
     * @param conditional whether it stands behind {@code &&} or {@code ||}
     * @param fed whether something is written to its standard input: a pipe or a redirection, its own or that of what it stands in
     * @param piped whether its output goes into a pipe
     * @param background whether the shell does not wait for it
     */
    public record Place(
            int depth, boolean inFunction, boolean conditional, boolean fed, boolean piped, boolean background) {}

    public SimpleCommand {
        assignments = List.copyOf(assignments);
        words = List.copyOf(words);
        redirections = List.copyOf(redirections);
    }

    /** The name as written; empty text when there is none. */
    public String name() {
        return words.isEmpty() ? "" : words.get(0).text();
    }

    public int depth() {
        return place.depth();
    }

    SimpleCommand fed() {
        return at(new Place(place.depth, place.inFunction, place.conditional, true, place.piped, place.background));
    }

    SimpleCommand piped() {
        return at(new Place(place.depth, place.inFunction, place.conditional, place.fed, true, place.background));
    }

    SimpleCommand background() {
        return at(new Place(place.depth, place.inFunction, place.conditional, place.fed, place.piped, true));
    }

    private SimpleCommand at(Place other) {
        return new SimpleCommand(other, assignments, words, redirections);
    }
}
