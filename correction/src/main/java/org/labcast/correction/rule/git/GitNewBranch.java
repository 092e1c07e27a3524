package org.labcast.correction.rule.git;

import java.util.List;
import java.util.Optional;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;

/** {@code git checkout topic} where there is no such branch: perhaps it was to be made. */
public final class GitNewBranch implements Rule {
    @Override
    public String name() {
        return "git_new_branch";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        Optional<GitCall> call = GitCall.of(context, "checkout", "switch")
                .filter(git -> git.operands().size() == 1);
        return call
                .flatMap(MissingRef::of)
                .filter(missing -> missing.whole() && !missing.call().has("-b", "-c", "--create", "-t", "--track"))
                .map(missing -> Suggestion.risky(
                        missing.call().with(missing.call().is("switch") ? "-c" : "-b"),
                        "There is no branch " + missing.name() + "; this makes it."))
                .stream()
                .toList();
    }
}
