package org.labcast.correction.rule.files;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
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
    public List<Suggestion> suggest(FailureContext context) {
        return context.runs("grep", "egrep", "fgrep")
                        && context.says().find(DIRECTORY).isPresent()
                ? List.of(Suggestion.safe(
                        context.mended(Edit.after(context.command().nameWord(), "-r")),
                        "It is a directory; -r searches the files in it."))
                : List.of();
    }
}
