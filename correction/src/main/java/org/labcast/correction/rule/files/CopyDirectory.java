package org.labcast.correction.rule.files;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;

/** cp leaves a directory out because -r is missing. */
public final class CopyDirectory implements Rule {
    private static final Pattern OMITTED = Pattern.compile(
            "^(?:cp: (?:-r not specified; )?omitting directory|cp: .*: [Ii]s a directory$|cp: .* is a directory \\(not copied\\)|scp: .*not a regular file)");

    @Override
    public String name() {
        return "copy_directory";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (!context.runs("cp", "scp") || context.says().find(OMITTED).isEmpty()) {
            return List.of();
        }
        Suggestion plain = Suggestion.safe(
                context.mended(Edit.after(context.command().nameWord(), "-r")), "It is a directory; -r copies it.");
        Suggestion archive = Suggestion.risky(
                context.mended(Edit.after(context.command().nameWord(), "-a")),
                "It is a directory; -a copies it with owners, modes and times.");
        return context.runs("cp") ? List.of(plain, archive) : List.of(plain);
    }
}
