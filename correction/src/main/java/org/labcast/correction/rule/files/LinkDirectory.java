package org.labcast.correction.rule.files;

import java.util.List;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;

/** There are no hard links to directories; symbolic ones are meant. */
public final class LinkDirectory implements Rule {
    @Override
    public String name() {
        return "link_directory";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        return situation.runs("ln") && situation.says().contains("hard link not allowed for directory")
                ? List.of(Suggestion.safe(
                        situation.mended(Edit.after(situation.command().nameWord(), "-s")),
                        "A directory takes no hard link; -s makes a symbolic one."))
                : List.of();
    }
}
