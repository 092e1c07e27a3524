package org.labcast.correction.rule.git;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
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
    public List<Suggestion> suggest(Situation situation) {
        if (situation.runs("git") && situation.says().find(NO_GIT).isPresent()) {
            return other(situation, ".hg", "hg");
        }
        return situation.runs("hg") && situation.says().find(NO_HG).isPresent()
                ? other(situation, ".git", "git")
                : List.of();
    }

    private static List<Suggestion> other(Situation situation, String directory, String tool) {
        if (situation.facts().path(directory) != PathKind.DIRECTORY) {
            return List.of();
        }
        boolean same = situation.command().args().stream().limit(1).allMatch(verb -> SAME.contains(verb.value()));
        return List.of(Suggestion.sure(
                same,
                situation.mended(Edit.replace(situation.command().nameWord(), tool)),
                "The repository here is one of " + tool + "."));
    }
}
