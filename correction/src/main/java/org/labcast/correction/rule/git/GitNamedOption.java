package org.labcast.correction.rule.git;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;

/** Git refuses to do something, and there is an option that says that it is meant. All of them are for a person to choose. */
public final class GitNamedOption implements Rule {
    /** @param options git's own, the one that loses least first */
    private record Refusal(String verb, Pattern said, List<String> options) {
        static Refusal of(String verb, String said, String... options) {
            return new Refusal(verb, Pattern.compile(said), List.of(options));
        }
    }

    private static final List<Refusal> REFUSALS = List.of(
            Refusal.of("add", "Use -f if you really want to add them", "--force"),
            Refusal.of("commit", "^no changes added to commit", "-a"),
            Refusal.of("rm", "use --cached to keep the file, or -f to force removal", "--cached", "-f"),
            Refusal.of("rm", "^fatal: not removing '.*' recursively without -r", "-r"),
            Refusal.of("tag", "tag '.*' already exists", "--force"),
            Refusal.of("merge", "^fatal: refusing to merge unrelated histories", "--allow-unrelated-histories"),
            Refusal.of("pull", "^fatal: refusing to merge unrelated histories", "--allow-unrelated-histories"),
            Refusal.of(
                    "pull", "^fatal: Need to specify how to reconcile divergent branches", "--no-rebase", "--rebase"),
            Refusal.of("pull", "^fatal: Not possible to fast-forward, aborting", "--no-rebase", "--rebase"),
            Refusal.of("worktree", "contains modified or untracked files, use --force to delete it", "--force"),
            Refusal.of("clean", "clean.requireForce .*refusing to clean", "-n", "-f"));

    private static final Pattern NOT_MERGED =
            Pattern.compile("If you are sure you want to delete it, run 'git branch -D ");

    @Override
    public String name() {
        return "git_named_option";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        Optional<GitCall> call = GitCall.of(context);
        if (call.isEmpty()) {
            return List.of();
        }
        if (call.get().is("branch") && context.says().find(NOT_MERGED).isPresent()) {
            return unmerged(call.get());
        }
        return REFUSALS.stream()
                .filter(refusal -> call.get().is(refusal.verb()))
                .filter(refusal -> context.says().find(refusal.said()).isPresent())
                .flatMap(refusal -> refusal.options().stream())
                .map(option -> mended(call.get(), option))
                .toList();
    }

    private static List<Suggestion> unmerged(GitCall call) {
        return call.args().stream()
                .filter(word -> word.is("-d") || word.is("--delete"))
                .limit(1)
                .map(word -> Suggestion.risky(
                        call.situation().mended(Edit.replace(word, "-D")),
                        "The branch is not merged; -D deletes it with what is only there."))
                .toList();
    }

    private static Suggestion mended(GitCall call, String option) {
        // A long one that says how to merge reads best at the end, where git's own advice has it.
        boolean last = option.startsWith("--allow");
        String mended = last ? call.situation().mended(call.append(option)) : call.with(option);
        return Suggestion.risky(mended, "git refuses without " + option + ".");
    }
}
