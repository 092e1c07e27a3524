package org.labcast.correction.rule.files;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;

/** mkdir into a directory that is not there. */
public final class MkdirMissingParent implements Rule {
    private static final Pattern MISSING =
            Pattern.compile("mkdir: cannot create directory .*: No such file or directory$");

    @Override
    public String name() {
        return "mkdir_missing_parent";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        return situation.runs("mkdir") && situation.says().find(MISSING).isPresent()
                ? List.of(Suggestion.safe(
                        situation.mended(Edit.after(situation.command().nameWord(), "-p")),
                        "The directory above it does not exist; -p makes both."))
                : List.of();
    }
}
