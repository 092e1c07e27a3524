package org.labcast.correction.rule.git;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.labcast.correction.FailureContext;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/**
 * A call of git, or of hub that stands in for it: {@code git [its own options] verb [arguments]}.
 *
 * @param verb index of the verb among the command's arguments
 */
record GitCall(FailureContext situation, int verb) {
    /** A name of a branch, a remote or a file as git prints it; nothing in it has a meaning for a shell or is an option. */
    static final String NAME = "[\\w@][\\w./@+=,:-]{0,200}";

    /** git(1), OPTIONS: those whose value is a word of its own. */
    private static final Set<String> VALUED =
            Set.of("-C", "-c", "--git-dir", "--work-tree", "--namespace", "--super-prefix", "--config-env");

    /** Empty when the command is another one, or has no verb. */
    static Optional<GitCall> of(FailureContext context) {
        if (!context.runs("git", "hub")) {
            return Optional.empty();
        }
        List<Word> args = context.command().args();
        int at = 0;
        while (at < args.size() && args.get(at).option()) {
            at += VALUED.contains(args.get(at).value()) ? 2 : 1;
        }
        return at < args.size() ? Optional.of(new GitCall(context, at)) : Optional.empty();
    }

    /** As {@link #of(FailureContext)}, and only for these verbs. */
    static Optional<GitCall> of(FailureContext context, String... verbs) {
        return of(context).filter(call -> call.is(verbs));
    }

    Word verbWord() {
        return situation.command().args().get(verb);
    }

    boolean is(String... verbs) {
        return List.of(verbs).contains(verbWord().value());
    }

    /** The words behind the verb. */
    List<Word> args() {
        List<Word> all = situation.command().args();
        return all.subList(verb + 1, all.size());
    }

    /** The words behind the verb that are no options. */
    List<Word> operands() {
        return args().stream().filter(word -> !word.option()).toList();
    }

    boolean has(String... options) {
        return args().stream().anyMatch(word -> List.of(options).contains(word.value()));
    }

    /** The operand that stands for this name. */
    Optional<Word> operand(String name) {
        return operands().stream().filter(word -> word.is(name)).findFirst();
    }

    /** Whether the line or git's own options lead to another directory than the one that the machine would be asked about. */
    boolean elsewhere() {
        boolean told = situation.command().args().subList(0, verb).stream()
                .anyMatch(word -> word.is("-C") || word.value().startsWith("--git-dir"));
        return told
                || situation.script().commands().stream()
                        .anyMatch(one -> Set.of("cd", "pushd", "popd").contains(one.tool()));
    }

    /** The line with an option right behind the verb. */
    String with(String option) {
        return situation.mended(Edit.after(verbWord(), option));
    }

    /** The line with other words in place of the verb and all behind it. */
    String instead(String words) {
        return situation.mended(new Edit(verbWord().start(), lastWord().end(), words));
    }

    /** The line with another call of git before this one; of a pipeline, before all of it. */
    String after(String words) {
        return situation.mended(before(words));
    }

    /** The line with a call of git before this one and one behind it. */
    String between(String before, String after) {
        int end = situation.command().end();
        return situation.mended(before(before), new Edit(end, end, " && " + calling(after)));
    }

    Edit before(String words) {
        return situation.command().preceded(calling(words));
    }

    /** Other words behind the same sudo, git and options of git's own. */
    String calling(String words) {
        return situation
                        .script()
                        .text()
                        .substring(situation.command().start(), verbWord().start())
                + words;
    }

    /** Words behind the last one. */
    Edit append(String words) {
        return Edit.after(lastWord(), words);
    }

    private Word lastWord() {
        List<Word> words = situation.command().words();
        return words.get(words.size() - 1);
    }
}
