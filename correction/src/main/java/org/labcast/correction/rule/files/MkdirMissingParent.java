package org.labcast.correction.rule.files;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;

/** mkdir into a directory that is not there. */
public final class MkdirMissingParent implements Rule {
    private static final Pattern MISSING = Pattern.compile("mkdir: .*: No such file or directory$");

    @Override
    public String name() {
        return "mkdir_missing_parent";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (context.says().find(MISSING).isEmpty()) {
            return List.of();
        }
        // hdfs has mkdir as an option.
        return context.command().words().stream()
                .filter(word -> word.is("mkdir") || (word.is("-mkdir") && context.runs("hdfs", "hadoop")))
                .limit(1)
                .map(word -> Suggestion.safe(
                        context.mended(Edit.after(word, "-p")),
                        "The directory above it does not exist; -p makes both."))
                .toList();
    }
}
