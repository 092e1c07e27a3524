package org.labcast.correction.rule.git;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;

/** {@code git commit -amend}: git asks whether two dashes were meant. */
public final class GitTwoDashes implements Rule {
    private static final Pattern SAID =
            Pattern.compile("^error: did you mean `-(-[\\w-]{1,60})` \\(with two dashes ?\\?? ?\\)");

    @Override
    public String name() {
        return "git_two_dashes";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (!context.runs("git", "hub")) {
            return List.of();
        }
        return context.says()
                .findAll(SAID)
                .limit(1)
                .flatMap(said -> context.command().args().stream()
                        .filter(word -> word.bare() && word.is(said.group(1)))
                        .limit(1)
                        .map(word -> Suggestion.safe(
                                context.mended(Edit.replace(word, "-" + said.group(1))),
                                "git takes " + said.group(1) + " for single letters and knows -" + said.group(1)
                                        + ".")))
                .toList();
    }
}
