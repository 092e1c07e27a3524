package org.labcast.correction.rule.git;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Quoting;
import org.labcast.correction.shell.Word;

/** Git is called outside of any repository: the address to clone was given to pull, or the one repository near by is meant. */
public final class GitOutside implements Rule {
    private static final Pattern SAID = Pattern.compile("^fatal: [Nn]ot a git repository \\(or any");
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?://|ssh://|[\\w.-]{1,60}@[\\w.-]{1,200}:).{1,300}");
    /** Directories beyond these are not looked into. */
    private static final int MOST = 50;

    @Override
    public String name() {
        return "git_outside";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        Optional<GitCall> called =
                GitCall.of(context).filter(call -> context.says().find(SAID).isPresent());
        return called.flatMap(call -> clone(call).or(() -> near(call))).stream().toList();
    }

    private static Optional<Suggestion> clone(GitCall call) {
        List<Word> operands = call.operands();
        boolean address = call.is("pull", "fetch")
                && operands.size() == 1
                && ADDRESS.matcher(operands.get(0).value()).matches();
        return address
                ? Optional.of(Suggestion.safe(
                        call.situation().mended(Edit.replace(call.verbWord(), "clone")),
                        "There is no repository yet that could be brought up to date; clone makes it."))
                : Optional.empty();
    }

    private static Optional<Suggestion> near(GitCall call) {
        List<String> repositories = call.situation().facts().entries(".").stream()
                .sorted()
                .limit(MOST)
                .filter(name -> call.situation().facts().path(name + "/.git") == PathKind.DIRECTORY)
                .toList();
        return repositories.size() != 1 || call.elsewhere()
                ? Optional.empty()
                : Optional.of(Suggestion.risky(
                        call.situation()
                                .mended(Edit.before(call.verbWord(), "-C " + Quoting.word(repositories.get(0)))),
                        "This is no repository; " + repositories.get(0) + " is the only one in it."));
    }
}
