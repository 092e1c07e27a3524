package org.labcast.correction.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.labcast.model.PathText;

/**
 * One command of a line: assignments, words and redirections.
 *
 * @param joint the operator before it, such as {@code &&} or {@code |}; empty for the first of a list
 * @param words without assignments and redirections; wrappers such as sudo are among them
 * @param name index in {@code words} of the command that does the work, behind sudo, env and their like; the number of words
 *     when there is none
 */
public record SimpleCommand(
        String joint, List<Word> assignments, List<Word> words, List<Redirection> redirections, int name) {
    /** Stands for a line that cannot be read as commands. */
    public static final SimpleCommand NONE = new SimpleCommand("", List.of(), List.of(), List.of(), 0);

    public SimpleCommand {
        assignments = List.copyOf(assignments);
        words = List.copyOf(words);
        redirections = List.copyOf(redirections);
    }

    public boolean empty() {
        return name >= words.size();
    }

    /** The command's word; only when not {@link #empty}. */
    public Word nameWord() {
        return words.get(name);
    }

    /** The command's name without its directory; empty text when there is none. */
    public String tool() {
        if (empty()) {
            return "";
        }
        return PathText.base(nameWord().value());
    }

    /** The words behind the name. */
    public List<Word> args() {
        return empty() ? List.of() : words.subList(name + 1, words.size());
    }

    /** The arguments that are no options. An option's value counts among them: tools differ, so rules look at both. */
    public List<Word> operands() {
        return args().stream().filter(word -> !word.option()).toList();
    }

    public boolean hasOption(String... options) {
        return args().stream().anyMatch(word -> List.of(options).contains(word.value()));
    }

    /** Whether it runs through sudo (or doas). */
    public boolean privileged() {
        return words.subList(0, Math.min(name, words.size())).stream()
                .anyMatch(word -> Wrappers.RAISES.contains(word.value()));
    }

    /** Takes a word that is not the first away, with the blanks before it. */
    public Edit without(Word word) {
        return new Edit(words.get(words.indexOf(word) - 1).end(), word.end(), "");
    }

    /** Puts text behind the last word, with a blank between. */
    public Edit followed(String text) {
        return Edit.after(words.get(words.size() - 1), text);
    }

    /** Puts a call that must succeed before it; in a pipeline, which that would cut, before the whole line. */
    public Edit preceded(String call) {
        int at = joint.startsWith("|") ? 0 : start();
        return new Edit(at, at, call + " && ");
    }

    /** Another call, with root's rights if this command has them. */
    public String raised(String call) {
        return words.subList(0, Math.min(name, words.size())).stream()
                .map(Word::value)
                .filter(Wrappers.RAISES::contains)
                .findFirst()
                .map(wrapper -> wrapper + " " + call)
                .orElse(call);
    }

    /** Index in the line of its first character. */
    public int start() {
        int first = Integer.MAX_VALUE;
        for (List<Word> group : List.of(assignments, words)) {
            first = group.isEmpty() ? first : Math.min(first, group.get(0).start());
        }
        return redirections.isEmpty()
                ? first
                : Math.min(first, redirections.get(0).start());
    }

    /** Index in the line behind its last character. */
    public int end() {
        int last = 0;
        for (List<Word> group : List.of(assignments, words)) {
            last = group.isEmpty()
                    ? last
                    : Math.max(last, group.get(group.size() - 1).end());
        }
        return redirections.isEmpty()
                ? last
                : Math.max(
                        last, redirections.get(redirections.size() - 1).target().end());
    }

    /** By hand, as {@link Word}'s. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof SimpleCommand command
                        && name == command.name
                        && joint.equals(command.joint)
                        && words.equals(command.words)
                        && assignments.equals(command.assignments)
                        && redirections.equals(command.redirections));
    }

    @Override
    public int hashCode() {
        return 31 * words.hashCode() + joint.hashCode();
    }
}
