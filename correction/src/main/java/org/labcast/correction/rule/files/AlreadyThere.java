package org.labcast.correction.rule.files;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;

/** What should be made is there already; the tool has an option that takes this for success (mkdir(1), groupadd(8)). */
public final class AlreadyThere implements Rule {
    private static final Pattern DIRECTORY =
            Pattern.compile("^mkdir: cannot create directory ['\u2018](.+)['\u2019]: File exists$");
    private static final Pattern GROUP = Pattern.compile("^groupadd: group '[^']+' already exists$");

    @Override
    public String name() {
        return "already_there";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        if (situation.command().empty()) {
            return List.of();
        }
        boolean directory = situation.runs("mkdir")
                && situation
                        .says()
                        .findAll(DIRECTORY)
                        .anyMatch(said -> situation.facts().path(said.group(1)) == PathKind.DIRECTORY);
        boolean group =
                situation.runs("groupadd") && situation.says().find(GROUP).isPresent();
        return directory || group
                ? List.of(Suggestion.safe(
                        situation.mended(Edit.after(situation.command().nameWord(), directory ? "-p" : "-f")),
                        "It is there already."))
                : List.of();
    }
}
