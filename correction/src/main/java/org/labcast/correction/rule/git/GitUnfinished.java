package org.labcast.correction.rule.git;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.text.Spelling;

/** A rebase or cherry-pick that was begun and not ended is in the way, or has nothing left to apply. */
public final class GitUnfinished implements Rule {
    private static final Pattern DIRECTORY =
            Pattern.compile("[Ii]t seems that there is already a rebase-(?:merge|apply) directory");
    private static final Pattern NOTHING = Pattern.compile(
            "^No changes - did you forget to use 'git add'\\?" + "|^Otherwise, please use 'git cherry-pick --skip'");
    private static final List<String> WAYS = List.of("--abort", "--skip", "--continue");

    @Override
    public String name() {
        return "git_unfinished";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        Optional<GitCall> call = GitCall.of(context, "rebase", "cherry-pick");
        return call.map(GitUnfinished::mended).orElse(List.of());
    }

    private static List<Suggestion> mended(GitCall call) {
        if (call.situation().says().find(DIRECTORY).isPresent()) {
            // An option that was meant as one of the three says which.
            String typed = call.args().isEmpty() ? "" : call.args().get(0).value();
            List<String> ways = typed.startsWith("-") ? Spelling.ranked(typed, WAYS) : WAYS;
            return ways.stream()
                    .map(way -> said(call, way, "Another rebase was begun here."))
                    .toList();
        }
        return call.situation().says().find(NOTHING).isPresent()
                ? List.of(said(call, "--skip", "The change is there already, nothing of it is left."))
                : List.of();
    }

    private static Suggestion said(GitCall call, String option, String why) {
        return Suggestion.risky(call.instead(call.verbWord().value() + " " + option), why);
    }
}
