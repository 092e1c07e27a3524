package org.labcast.correction.rule.files;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;

/** rm of a directory: what would remove it, for a person to decide. */
public final class RemoveDirectory implements Rule {
    private static final Pattern DIRECTORY = Pattern.compile("^rm: .*: [Ii]s a directory$");

    @Override
    public String name() {
        return "remove_directory";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        if (situation.says().find(DIRECTORY).isEmpty()) {
            return List.of();
        }
        // hdfs has rm as an option.
        return situation.command().words().stream()
                .filter(word -> word.is("rm") || (word.is("-rm") && situation.runs("hdfs", "hadoop")))
                .limit(1)
                .map(word -> Suggestion.risky(
                        situation.mended(Edit.after(word, "-r")),
                        "It is a directory; -r would remove it with all that is in it."))
                .toList();
    }
}
