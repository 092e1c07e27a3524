package org.labcast.correction.rule.files;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
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
    public List<Suggestion> suggest(Situation situation) {
        return situation.runs("cat")
                        && situation.command().args().size() == 1
                        && situation.command().joint().isEmpty()
                        && situation.says().find(DIRECTORY).isPresent()
                ? List.of(Suggestion.safe(
                        situation.mended(Edit.replace(situation.command().nameWord(), "ls")),
                        "It is a directory; ls shows what is in it."))
                : List.of();
    }
}
