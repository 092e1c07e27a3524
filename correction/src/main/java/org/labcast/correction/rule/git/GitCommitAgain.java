package org.labcast.correction.rule.git;

import java.util.List;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;

/** A commit that failed without a word: the one before may be the one to change. */
public final class GitCommitAgain implements Rule {
    @Override
    public String name() {
        return "git_commit_again";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        return GitCall.of(context, "commit")
                .filter(call -> context.nothingSaid())
                .map(call -> List.of(
                        Suggestion.risky(call.instead("commit --amend"), "The last commit may be the one to change."),
                        Suggestion.risky(call.instead("reset HEAD~"), "The last commit may be the one to take back.")))
                .orElse(List.of());
    }
}
