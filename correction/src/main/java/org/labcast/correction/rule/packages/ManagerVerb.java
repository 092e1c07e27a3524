package org.labcast.correction.rule.packages;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;
import org.labcast.text.Spelling;

/** A verb that dnf, yum, zypper, pacman or apk does not know: mistyped, or another manager's. For apt see {@link AptVerb}. */
public final class ManagerVerb implements Rule {
    private static final Pattern UNKNOWN = Pattern.compile("^No such command: ([\\w-]{1,60}+)"
            + "|^Unknown argument \"([\\w-]{1,60}+)\" for command \"(?:micro)?dnf5?\""
            + "|^Unknown command '([\\w-]{1,60}+)'"
            + "|^(?:ERROR: |apk: )?'?([\\w-]{1,60}+)'?:? is not an apk command");
    private static final Pattern NO_OPERATION = Pattern.compile("^error: no operation specified");
    private static final Pattern LISTED = Pattern.compile("(?m)^ {0,8}([a-z][a-z-]{2,30}+)(?:, [a-z]{1,8})? {2,}\\S");

    @Override
    public String name() {
        return "manager_verb";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        ManagerVerbs verbs = ManagerVerbs.of(context.command().tool());
        return verbs.all().isEmpty()
                ? List.of()
                : unknown(context, verbs)
                        .map(word -> meant(context, verbs, word))
                        .orElse(List.of());
    }

    private static Optional<Word> unknown(FailureContext context, ManagerVerbs verbs) {
        Optional<String> named = context.says().findAll(UNKNOWN).findFirst().map(ManagerVerb::group);
        if (named.isPresent()) {
            return context.command().args().stream()
                    .filter(word -> word.is(named.get()))
                    .findFirst();
        }
        // Where nothing was kept of what it said, a verb that it does not have is the likeliest fault.
        boolean noOperation = context.says().find(NO_OPERATION).isPresent();
        return context.command().operands().stream()
                .findFirst()
                .filter(word -> noOperation
                        || (context.nothingSaid()
                                && !context.commandNotFound()
                                && !verbs.own().contains(word.value())));
    }

    private static String group(MatchResult said) {
        int group = 1;
        while (said.group(group) == null) {
            group++;
        }
        return said.group(group);
    }

    private static List<Suggestion> meant(FailureContext context, ManagerVerbs verbs, Word word) {
        String tool = context.command().tool();
        if (verbs.foreign().containsKey(word.value())) {
            String written = verbs.written(word.value());
            return List.of(Suggestion.safe(
                    context.mended(Edit.replace(word, written)),
                    "'" + word.value() + "' is another manager's; with " + tool + " it is '" + written + "'."));
        }
        List<String> near = Spelling.nearest(word.value(), verbs.all());
        List<String> listed = near.isEmpty() ? Spelling.nearest(word.value(), listed(context)) : near;
        List<String> written = listed.stream().map(verbs::written).distinct().toList();
        return written.stream()
                .map(verb -> Suggestion.sure(
                        written.size() == 1 && !context.nothingSaid(),
                        context.mended(Edit.replace(word, verb)),
                        tool + " does not know '" + word.value() + "'; '" + verb + "' is nearest."))
                .toList();
    }

    /** What plug-ins add to it. */
    private static List<String> listed(FailureContext context) {
        return context.facts()
                .answer(context.command().tool() + " --help")
                .map(help -> LISTED.matcher(help)
                        .results()
                        .map(line -> line.group(1))
                        .toList())
                .orElse(List.of());
    }
}
