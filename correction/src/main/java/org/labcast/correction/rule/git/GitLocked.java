package org.labcast.correction.rule.git;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;

/** Another git is at work in the repository: wait a little and try once more. A lock left by a crash is for a person to remove. */
public final class GitLocked implements Rule {
    private static final Pattern SAID = Pattern.compile("^fatal: Unable to create '.{1,300}\\.lock': File exists\\.$");

    @Override
    public String name() {
        return "git_locked";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        boolean waited = context.script().commands().stream()
                .anyMatch(command -> command.tool().equals("sleep"));
        int start = context.command().empty() ? 0 : context.command().start();
        return GitCall.of(context)
                .filter(call -> !waited && context.says().find(SAID).isPresent())
                .map(call -> Suggestion.safe(
                        context.mended(new Edit(start, start, "sleep 15 && ")),
                        "Another git is at work in the repository; this waits for it."))
                .stream()
                .toList();
    }
}
