package org.labcast.correction.rule.git;

import java.util.List;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;

/** A diff that failed without a word: of files that git does not keep, or of what is staged already. */
public final class GitDiffElsewhere implements Rule {
    @Override
    public String name() {
        return "git_diff_elsewhere";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        return GitCall.of(context, "diff").filter(call -> context.nothingSaid()).stream()
                .flatMap(call -> Stream.of("--no-index", "--staged")
                        .filter(option -> !call.has("--no-index", "--staged", "--cached"))
                        .filter(option ->
                                option.equals("--staged") || call.operands().size() == 2)
                        .map(option -> Suggestion.risky(
                                call.with(option), "git diff said nothing; " + option + " looks elsewhere.")))
                .toList();
    }
}
