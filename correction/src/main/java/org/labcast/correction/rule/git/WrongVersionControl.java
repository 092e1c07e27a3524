package org.labcast.correction.rule.git;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;

/** {@code git} where a Mercurial repository is, or the other way round. */
public final class WrongVersionControl implements Rule {
    private static final Pattern NO_GIT = Pattern.compile("^fatal: [Nn]ot a git repository");
    private static final Pattern NO_HG = Pattern.compile("^abort: no repository found");
    /** The verbs that mean the same to both and change nothing. */
    private static final Set<String> SAME = Set.of("status", "log", "diff", "annotate", "grep");

    @Override
    public String name() {
        return "wrong_version_control";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (context.runs("git") && context.says().find(NO_GIT).isPresent()) {
            return other(context, ".hg", "hg");
        }
        return context.runs("hg") && context.says().find(NO_HG).isPresent() ? other(context, ".git", "git") : List.of();
    }

    private static List<Suggestion> other(FailureContext context, String directory, String tool) {
        if (context.facts().path(directory) != PathKind.DIRECTORY) {
            return List.of();
        }
        boolean same = context.command().args().stream().limit(1).allMatch(verb -> SAME.contains(verb.value()));
        return List.of(Suggestion.sure(
                same,
                context.mended(Edit.replace(context.command().nameWord(), tool)),
                "The repository here is one of " + tool + "."));
    }
}
