package org.labcast.correction.rule.git;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** {@code git clone git clone …}, {@code git git status}: what was pasted began with what was typed already. */
public final class GitTwice implements Rule {
    private static final Pattern SAID = Pattern.compile("^fatal: Too many arguments|^git: 'git' is not a git command");

    @Override
    public String name() {
        return "git_twice";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        Optional<GitCall> call =
                GitCall.of(context).filter(git -> context.says().find(SAID).isPresent());
        return call.stream()
                .flatMap(git -> repeated(git).stream())
                .map(edit -> Suggestion.safe(context.mended(edit), "'git' is in the command twice."))
                .toList();
    }

    private static Optional<Edit> repeated(GitCall call) {
        List<Word> args = call.args();
        if (call.is("git") && !args.isEmpty()) {
            return Optional.of(new Edit(call.verbWord().start(), args.get(0).start(), ""));
        }
        boolean again = args.size() > 2
                && args.get(0).is("git")
                && args.get(1).is(call.verbWord().value());
        return again ? Optional.of(new Edit(args.get(0).start(), args.get(2).start(), "")) : Optional.empty();
    }
}
