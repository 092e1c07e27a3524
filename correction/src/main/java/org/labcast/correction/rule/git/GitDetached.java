package org.labcast.correction.rule.git;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;

/** {@code git pull} or {@code git push} where a commit is checked out and no branch. */
public final class GitDetached implements Rule {
    private static final Pattern SAID = Pattern.compile("^(?:fatal: )?You are not currently on a branch\\.");

    @Override
    public String name() {
        return "git_detached";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        Optional<GitCall> called = GitCall.of(context, "pull", "push")
                .filter(call ->
                        call.operands().isEmpty() && context.says().find(SAID).isPresent());
        return called
                .flatMap(call -> GitBranches.of(call)
                        .flatMap(GitBranches::main)
                        .map(branch -> Suggestion.risky(
                                call.is("pull")
                                        ? call.after("checkout " + branch)
                                        : context.mended(call.append("origin HEAD:" + branch)),
                                "No branch is checked out; " + branch + " is the usual one.")))
                .stream()
                .toList();
    }
}
