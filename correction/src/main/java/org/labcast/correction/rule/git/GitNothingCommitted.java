package org.labcast.correction.rule.git;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;

/** {@code git push origin main} of a repository that may hold no commit yet. */
public final class GitNothingCommitted implements Rule {
    private static final Pattern SAID =
            Pattern.compile("^error: src refspec (" + GitCall.NAME + ") does not match any");

    @Override
    public String name() {
        return "git_nothing_committed";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        Optional<GitCall> call = GitCall.of(context, "push")
                .filter(git -> context.says().find(SAID).isPresent())
                .filter(git -> GitBranches.of(git).map(GitBranches::none).orElse(true));
        return call.stream()
                .map(git -> Suggestion.risky(
                        git.after("commit -m \"Initial commit\""), "There may be no commit yet that could be pushed."))
                .toList();
    }
}
