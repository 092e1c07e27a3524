package org.labcast.correction.rule.files;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;

/** cat of a directory: ls shows it. */
public final class ListDirectory implements Rule {
    private static final Pattern DIRECTORY = Pattern.compile("^cat: .*: [Ii]s a directory$");

    @Override
    public String name() {
        return "list_directory";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        return context.runs("cat")
                        && context.command().args().size() == 1
                        && context.command().joint().isEmpty()
                        && context.says().find(DIRECTORY).isPresent()
                ? List.of(Suggestion.safe(
                        context.mended(Edit.replace(context.command().nameWord(), "ls")),
                        "It is a directory; ls shows what is in it."))
                : List.of();
    }
}
