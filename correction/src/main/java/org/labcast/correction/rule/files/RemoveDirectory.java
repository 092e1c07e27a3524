package org.labcast.correction.rule.files;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** rm of a directory: what would remove it, for a person to decide. */
public final class RemoveDirectory implements Rule {
    private static final Pattern DIRECTORY = Pattern.compile("^rm: .*: [Ii]s a directory$");

    @Override
    public String name() {
        return "remove_directory";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (context.says().find(DIRECTORY).isEmpty()) {
            return List.of();
        }
        // hdfs has rm as an option.
        return context.command().words().stream()
                .filter(word -> word.is("rm") || (word.is("-rm") && context.runs("hdfs", "hadoop")))
                .limit(1)
                .flatMap(word -> word.is("rm")
                        ? Stream.of(plain(context, word), forced(context, word))
                        : Stream.of(plain(context, word)))
                .toList();
    }

    private static Suggestion plain(FailureContext context, Word rm) {
        return Suggestion.risky(
                context.mended(Edit.after(rm, "-r")), "It is a directory; -r would remove it with all that is in it.");
    }

    private static Suggestion forced(FailureContext context, Word rm) {
        return Suggestion.risky(
                context.mended(Edit.after(rm, "-rf")), "As with -r, and no question about what is write-protected.");
    }
}
