package org.labcast.correction.rule.files;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;

/** grep is given a directory without -r. */
public final class GrepDirectory implements Rule {
    private static final Pattern DIRECTORY = Pattern.compile("^grep: .*: Is a directory$");

    @Override
    public String name() {
        return "grep_directory";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        return situation.runs("grep", "egrep", "fgrep")
                        && situation.says().find(DIRECTORY).isPresent()
                ? List.of(Suggestion.safe(
                        situation.mended(Edit.after(situation.command().nameWord(), "-r")),
                        "It is a directory; -r searches the files in it."))
                : List.of();
    }
}
