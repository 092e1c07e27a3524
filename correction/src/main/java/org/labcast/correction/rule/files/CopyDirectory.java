package org.labcast.correction.rule.files;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;

/** cp leaves a directory out because -r is missing. */
public final class CopyDirectory implements Rule {
    private static final Pattern OMITTED = Pattern.compile(
            "^(?:cp: (?:-r not specified; )?omitting directory|cp: .*: [Ii]s a directory$|scp: .*not a regular file)");

    @Override
    public String name() {
        return "copy_directory";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        return situation.runs("cp", "scp") && situation.says().find(OMITTED).isPresent()
                ? List.of(Suggestion.safe(
                        situation.mended(Edit.after(situation.command().nameWord(), "-r")),
                        "It is a directory; -r copies it."))
                : List.of();
    }
}
