package org.labcast.correction.rule.system;

import java.util.List;
import java.util.Set;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;
import org.labcast.model.Spelling;

/** A unit that systemd does not have, and one that it has is spelt nearly so. */
public final class MistypedUnit implements Rule {
    @Override
    public String name() {
        return "mistyped_unit";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        return Units.unknown(situation).map(word -> nearest(situation, word)).orElse(List.of());
    }

    private static List<Suggestion> nearest(Situation situation, Word wrong) {
        Set<String> units = Units.here(situation);
        String plain = Units.plain(wrong.value());
        // service says the same when it does not know the verb.
        List<String> near = units.contains(plain) ? List.of() : Spelling.nearest(plain, units);
        String suffix = Units.suffix(wrong.value());
        return near.stream()
                .sorted()
                .map(name -> {
                    String mended = situation.mended(Edit.replace(wrong, name + suffix));
                    String why = "There is no unit '" + wrong.value() + "'; '" + name + suffix + "' is nearest.";
                    return Suggestion.sure(near.size() == 1, mended, why);
                })
                .toList();
    }
}
