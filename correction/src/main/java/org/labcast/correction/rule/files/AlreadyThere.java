package org.labcast.correction.rule.files;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Quoting;
import org.labcast.correction.shell.Word;

/** What should be made is there already; the tool has an option that takes this for success (mkdir(1), groupadd(8)), or nothing is left to do. */
public final class AlreadyThere implements Rule {
    private static final Pattern DIRECTORY =
            Pattern.compile("^mkdir: cannot create directory ['\u2018](.+)['\u2019]: File exists$");
    private static final Pattern GROUP = Pattern.compile("^groupadd: group '[^']+' already exists$");

    private static final Pattern USER =
            Pattern.compile("^useradd: user ['\u2018]([\\w.-]{1,40})['\u2019] already exists$");
    private static final Set<String> PLAIN = Set.of("-m", "--create-home");

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
        if (situation.runs("useradd")) {
            return user(situation);
        }
        return directory || group
                ? List.of(Suggestion.safe(
                        situation.mended(Edit.after(situation.command().nameWord(), directory ? "-p" : "-f")),
                        "It is there already."))
                : List.of();
    }

    /** What else was asked of the user, such as a shell or groups, nobody has looked at: then only shown. */
    private static List<Suggestion> user(Situation situation) {
        List<Word> operands = situation.command().operands();
        return situation.says().find(USER).stream()
                .map(said -> said.group(1))
                .filter(name ->
                        !operands.isEmpty() && operands.get(operands.size() - 1).is(name))
                .map(name -> Suggestion.sure(
                        situation.command().args().stream()
                                .allMatch(word -> PLAIN.contains(word.value()) || word.is(name)),
                        situation.mended(new Edit(
                                situation.command().start(),
                                situation.command().start(),
                                "getent passwd " + Quoting.word(name) + " || ")),
                        "The user " + name + " is there already."))
                .toList();
    }
}
