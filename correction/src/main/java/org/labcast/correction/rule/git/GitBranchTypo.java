package org.labcast.correction.rule.git;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** {@code git branch 0d topic}, {@code git branch list}: an option without its dash, that git takes for a branch's name. */
public final class GitBranchTypo implements Rule {
    /** Options of git-branch(1); the dash's neighbour on most keyboards is the nought. */
    private static final Pattern NOUGHT = Pattern.compile("0[acCdDfilmMrtuv]");

    @Override
    public String name() {
        return "git_branch_typo";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        Optional<GitCall> call = GitCall.of(context, "branch");
        return call.map(git -> git.args().size() == 1 && git.args().get(0).is("list") ? list(git) : nought(git))
                .orElse(List.of());
    }

    private static List<Suggestion> list(GitCall call) {
        String why = "'git branch list' makes a branch of that name.";
        return List.of(
                Suggestion.risky(call.instead("branch --delete list && " + call.calling("branch")), why),
                Suggestion.risky(call.instead("branch --list"), why));
    }

    private static List<Suggestion> nought(GitCall call) {
        boolean made = call.situation().says().contains("already exists");
        return call.args().stream()
                .filter(word -> NOUGHT.matcher(word.value()).matches())
                .limit(1)
                .map(word -> mended(call, word, made))
                .toList();
    }

    private static Suggestion mended(GitCall call, Word word, boolean made) {
        Edit dash = Edit.replace(word, "-" + word.value().charAt(1));
        Edit delete = call.before("branch -D " + word.value());
        String why = "-" + word.value().charAt(1) + " was meant, not a branch " + word.value() + ".";
        return made
                ? Suggestion.risky(call.situation().mended(delete, dash), why)
                : Suggestion.safe(call.situation().mended(dash), why);
    }
}
