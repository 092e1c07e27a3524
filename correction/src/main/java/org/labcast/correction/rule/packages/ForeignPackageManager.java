package org.labcast.correction.rule.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;

/** The command is another distribution's package manager: its verb has a counterpart here. */
public final class ForeignPackageManager implements Rule {
    @Override
    public String name() {
        return "foreign_package_manager";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        String here = situation.facts().machine().packageManager();
        String there = situation.command().tool();
        if (here.equals(there) || here.isEmpty() || !situation.commandNotFound()) {
            return List.of();
        }
        return PackageVerb.read(there, situation.command().args())
                .flatMap(verb -> translated(situation, verb, here))
                .map(mended -> List.of(Suggestion.safe(
                        mended, "'" + there + "' belongs to another distribution; '" + here + "' does it here.")))
                .orElse(List.of());
    }

    /** The whole call takes the name's place; verb and options go, as those of one manager mean nothing to another. */
    private static Optional<String> translated(Situation situation, PackageVerb verb, String here) {
        return verb.in(here).map(call -> {
            List<Edit> edits =
                    new ArrayList<>(List.of(Edit.replace(situation.command().nameWord(), call)));
            situation.command().args().stream()
                    .filter(word -> word.option() || word.is(verb.written()))
                    .forEach(word -> edits.add(new Edit(word.start() - 1, word.end(), "")));
            return situation.mended(edits.toArray(Edit[]::new));
        });
    }
}
