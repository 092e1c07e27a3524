package org.labcast.correction.rule.git;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Word;

/** {@code git push} of a branch that somebody else has pushed to: pull first, or (a person may want that) overwrite theirs. */
public final class GitPushRejected implements Rule {
    private static final Pattern BEHIND = Pattern.compile(
            "Updates were rejected because (?:the tip of your current branch" + "|a pushed branch tip) is behind");
    private static final Pattern UNSEEN =
            Pattern.compile("Updates were rejected because the remote contains work that you do");

    /** Options that mean the same to pull. */
    private static final Set<String> SHARED = Set.of("-q", "--quiet", "-v", "--verbose");

    @Override
    public String name() {
        return "git_push_rejected";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        boolean behind = context.says().find(BEHIND).isPresent();
        if (!behind && context.says().find(UNSEEN).isEmpty()) {
            return List.of();
        }
        return GitCall.of(context, "push").map(call -> mended(call, behind)).orElse(List.of());
    }

    private static List<Suggestion> mended(GitCall call, boolean behind) {
        String what = call.args().stream()
                .filter(word -> !word.option() || SHARED.contains(word.value()))
                .map(GitPushRejected::pulled)
                .collect(Collectors.joining());
        Suggestion pull = Suggestion.risky(
                call.after("pull" + what), "The remote branch has commits that are not here; pull brings them.");
        // Where git has not even seen what it would overwrite, nobody should.
        return behind
                ? List.of(
                        pull,
                        Suggestion.risky(
                                call.with("--force-with-lease"), "Or the commits at the remote are to be overwritten."))
                : List.of(pull);
    }

    /** Of {@code local:remote}, what is at the remote. */
    private static String pulled(Word operand) {
        boolean pair = operand.bare()
                && !operand.value().contains("//")
                && !operand.value().contains("@");
        return " " + (pair ? operand.value().replaceFirst("^\\+?(?:[^:]*:(?=.))?", "") : operand.text());
    }
}
