package org.labcast.correction.rule.devel;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;
import org.labcast.text.Spelling;

/** virtualenvwrapper has no environment of that name: the nearest, or a new one. */
public final class WorkonEnvironment implements Rule {
    private static final double ALIKE = 0.5;
    private static final int MOST = 3;

    @Override
    public String name() {
        return "workon_environment";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        List<Word> args = context.command().args();
        if (!context.runs("workon") || args.isEmpty() || !args.get(0).bare()) {
            return List.of();
        }
        Word wrong = args.get(0);
        Set<String> there = context.facts().entries("~/.virtualenvs");
        boolean said = context.says().contains("does not exist");
        if (there.contains(wrong.value()) || !(said || context.nothingSaid())) {
            return List.of();
        }
        Stream<Suggestion> near = Spelling.ranked(wrong.value(), there).stream()
                .filter(name -> Spelling.likeness(wrong.value(), name) >= ALIKE)
                .limit(MOST - 1)
                .map(name -> Suggestion.risky(
                        context.mended(Edit.replace(wrong, name)), "The environment " + name + " has a similar name."));
        return Stream.concat(
                        near,
                        Stream.of(Suggestion.risky(
                                context.mended(Edit.replace(context.command().nameWord(), "mkvirtualenv")),
                                "There is no environment " + wrong.value() + " yet.")))
                .toList();
    }
}
