package org.labcast.correction.rule.files;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;

/** rm of a directory: what would remove it, for a person to decide. */
public final class RemoveDirectory implements Rule {
    private static final Pattern DIRECTORY = Pattern.compile("^rm: cannot remove .*: Is a directory$");

    @Override
    public String name() {
        return "remove_directory";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        return situation.runs("rm") && situation.says().find(DIRECTORY).isPresent()
                ? List.of(Suggestion.risky(
                        situation.mended(Edit.after(situation.command().nameWord(), "-r")),
                        "It is a directory; -r would remove it with all that is in it."))
                : List.of();
    }
}
