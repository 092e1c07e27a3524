package org.labcast.correction.rule.git;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Word;

/** A branch that was to be made is there already: use it, or make it anew. */
public final class GitBranchExists implements Rule {
    private static final Pattern SAID = Pattern.compile("^fatal: [Aa] branch named '(.{1,200})' already exists");

    @Override
    public String name() {
        return "git_branch_exists";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        Optional<Matcher> said = context.says().find(SAID);
        if (said.isEmpty()) {
            return List.of();
        }
        Optional<GitCall> called = GitCall.of(context, "branch", "checkout", "switch")
                .filter(call -> !call.has("-m", "-M", "--move", "-C", "--copy"));
        return called.flatMap(call -> call.operand(said.get().group(1)).map(branch -> mended(call, branch)))
                .orElse(List.of());
    }

    private static List<Suggestion> mended(GitCall call, Word branch) {
        String why = "There is a branch " + branch.value() + " already.";
        Suggestion use =
                Suggestion.risky(call.instead((call.is("switch") ? "switch " : "checkout ") + branch.text()), why);
        // -d refuses to lose commits that are nowhere else.
        Suggestion renew = Suggestion.risky(call.after("branch -d " + branch.text()), why);
        Suggestion force = Suggestion.risky(call.after("branch -D " + branch.text()), why);
        if (call.is("branch")) {
            return List.of(renew, force, use);
        }
        Suggestion apart = Suggestion.risky(
                call.instead("branch -d " + branch.text() + " && " + call.calling("branch " + branch.text())), why);
        return List.of(use, renew, apart, force);
    }
}
