package org.labcast.correction.rule.files;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
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
    public List<Suggestion> suggest(FailureContext context) {
        if (context.command().empty()) {
            return List.of();
        }
        boolean directory = context.runs("mkdir")
                && context.says()
                        .findAll(DIRECTORY)
                        .anyMatch(said -> context.facts().path(said.group(1)) == PathKind.DIRECTORY);
        boolean group = context.runs("groupadd") && context.says().find(GROUP).isPresent();
        if (context.runs("useradd")) {
            return user(context);
        }
        return directory || group
                ? List.of(Suggestion.safe(
                        context.mended(Edit.after(context.command().nameWord(), directory ? "-p" : "-f")),
                        "It is there already."))
                : List.of();
    }

    /** What else was asked of the user, such as a shell or groups, nobody has looked at: then only shown. */
    private static List<Suggestion> user(FailureContext context) {
        List<Word> operands = context.command().operands();
        return context.says().find(USER).stream()
                .map(said -> said.group(1))
                .filter(name ->
                        !operands.isEmpty() && operands.get(operands.size() - 1).is(name))
                .map(name -> Suggestion.sure(
                        context.command().args().stream()
                                .allMatch(word -> PLAIN.contains(word.value()) || word.is(name)),
                        context.mended(new Edit(
                                context.command().start(),
                                context.command().start(),
                                "getent passwd " + Quoting.word(name) + " || ")),
                        "The user " + name + " is there already."))
                .toList();
    }
}
