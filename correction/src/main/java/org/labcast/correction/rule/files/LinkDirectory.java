package org.labcast.correction.rule.files;

import java.util.List;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;

/** There are no hard links to directories; symbolic ones are meant. */
public final class LinkDirectory implements Rule {
    @Override
    public String name() {
        return "link_directory";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        return context.runs("ln") && context.says().contains("hard link not allowed for directory")
                ? List.of(Suggestion.safe(
                        context.mended(Edit.after(context.command().nameWord(), "-s")),
                        "A directory takes no hard link; -s makes a symbolic one."))
                : List.of();
    }
}
