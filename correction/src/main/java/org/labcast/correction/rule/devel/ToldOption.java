package org.labcast.correction.rule.devel;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;

/** The tool says which option it wants for what it was given. */
public final class ToldOption implements Rule {
    /**
     * @param word a word of the command without which the saying is about something else; empty for any
     * @param atEnd whether the option comes last, not directly behind the command's name
     * @param harmless whether it only changes how the same is done
     */
    private record Wish(Set<String> tools, String word, Pattern says, String option, boolean atEnd, boolean harmless) {}

    private static final Set<String> DJANGO = Set.of("manage.py", "python", "python2", "python3");
    private static final Set<String> COMPILERS = Set.of("cc", "gcc", "clang");
    private static final List<Wish> WISHES = List.of(
            new Wish(Set.of("ag"), "", Pattern.compile("run ag with -Q$"), "-Q", false, true),
            new Wish(
                    Set.of("g++", "c++", "clang++"),
                    "",
                    Pattern.compile("library support for the ISO C\\+\\+ 2011 standard|\\[-Wc\\+\\+11-extensions\\]"),
                    "-std=c++11",
                    true,
                    true),
            new Wish(COMPILERS, "", Pattern.compile("use option [`'\u2018]?-std=c99"), "-std=c99", true, true),
            new Wish(
                    DJANGO,
                    "migrate",
                    Pattern.compile("or pass --delete-ghost-migrations"),
                    "--delete-ghost-migrations",
                    true,
                    false),
            new Wish(
                    DJANGO,
                    "migrate",
                    Pattern.compile("--merge: will just attempt the migration"),
                    "--merge",
                    true,
                    false),
            new Wish(
                    Set.of("npm"),
                    "",
                    Pattern.compile("with --force,? or --legacy-peer-deps"),
                    "--legacy-peer-deps",
                    true,
                    false));

    @Override
    public String name() {
        return "told_option";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        SimpleCommand command = context.command();
        return WISHES.stream()
                .filter(wish ->
                        wish.tools().contains(command.tool()) && !command.args().isEmpty())
                .filter(wish -> wish.word().isEmpty() || command.args().stream().anyMatch(word -> word.is(wish.word())))
                .filter(wish -> !command.hasOption(wish.option())
                        && context.says().find(wish.says()).isPresent())
                .limit(1)
                .map(wish -> said(context, wish))
                .toList();
    }

    private static Suggestion said(FailureContext context, Wish wish) {
        List<Word> args = context.command().args();
        Word before =
                wish.atEnd() ? args.get(args.size() - 1) : context.command().nameWord();
        return Suggestion.sure(
                wish.harmless(),
                context.mended(Edit.after(before, wish.option())),
                context.command().tool() + " itself names the option " + wish.option() + ".");
    }
}
