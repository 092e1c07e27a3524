package org.labcast.correction.rule.git;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;

/** A hook refused, or nothing was said, as hooks do: a person may want to leave the hooks out. */
public final class GitHookBypass implements Rule {
    private static final Pattern HOOK = Pattern.compile("\\b(?:hooks?|pre-commit|pre-push|(?:prepare-)?commit-msg)\\b");
    private static final Pattern FAILED = Pattern.compile("fail|declined|exited|exit code|rejected");
    private static final Pattern FAR = Pattern.compile("remote rejected|^remote: ");

    @Override
    public String name() {
        return "git_hook_bypass";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        return GitCall.of(context, "am", "commit", "push")
                .filter(call -> !call.has("--no-verify"))
                .filter(call -> context.nothingSaid()
                        || (saysRefused(context) && context.says().find(FAR).isEmpty()))
                .map(call ->
                        Suggestion.risky(call.with("--no-verify"), "A hook may have refused; this leaves hooks out."))
                .stream()
                .toList();
    }

    private static boolean saysRefused(FailureContext context) {
        return context.says().lines().stream()
                .anyMatch(line ->
                        HOOK.matcher(line).find() && FAILED.matcher(line).find());
    }
}
