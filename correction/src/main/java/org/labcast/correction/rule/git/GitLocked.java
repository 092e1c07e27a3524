package org.labcast.correction.rule.git;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
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
    public List<Suggestion> suggest(Situation situation) {
        boolean waited = situation.script().commands().stream()
                .anyMatch(command -> command.tool().equals("sleep"));
        int start = situation.command().empty() ? 0 : situation.command().start();
        return GitCall.of(situation)
                .filter(call -> !waited && situation.says().find(SAID).isPresent())
                .map(call -> Suggestion.safe(
                        situation.mended(new Edit(start, start, "sleep 15 && ")),
                        "Another git is at work in the repository; this waits for it."))
                .stream()
                .toList();
    }
}
