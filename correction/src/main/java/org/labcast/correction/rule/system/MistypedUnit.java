package org.labcast.correction.rule.system;

import java.util.List;
import java.util.Set;
import org.labcast.correction.FailureContext;
import org.labcast.correction.NameKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;
import org.labcast.text.Spelling;

/** A unit that systemd does not have, and one that it has is spelt nearly so. */
public final class MistypedUnit implements Rule {
    @Override
    public String name() {
        return "mistyped_unit";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        return Units.unknown(context).map(word -> nearest(context, word)).orElse(List.of());
    }

    private static List<Suggestion> nearest(FailureContext context, Word wrong) {
        Set<String> units = Units.here(context);
        String plain = Units.plain(wrong.value());
        // service says the same when it does not know the verb.
        List<String> near = units.contains(plain) ? List.of() : Spelling.nearest(plain, units);
        String suffix = Units.suffix(wrong.value());
        List<String> whole = near.isEmpty() ? suffixed(context, wrong.value()) : List.of();
        if (whole.size() == 1) {
            return List.of(Suggestion.safe(
                    context.mended(Edit.replace(wrong, whole.get(0))),
                    "There is no unit '" + wrong.value() + "'; '" + whole.get(0) + "' is nearest."));
        }
        return near.stream()
                .sorted()
                .map(name -> {
                    String mended = context.mended(Edit.replace(wrong, name + suffix));
                    String why = "There is no unit '" + wrong.value() + "'; '" + name + suffix + "' is nearest.";
                    return Suggestion.sure(near.size() == 1, mended, why);
                })
                .toList();
    }

    /** {@code nginx.servce}: of that very unit, the suffix is mistyped. */
    private static List<String> suffixed(FailureContext context, String wrong) {
        int dot = wrong.lastIndexOf('.');
        return dot <= 0
                ? List.of()
                : Spelling.nearest(
                        wrong,
                        context.facts().names(NameKind.UNITS).stream()
                                .filter(unit -> unit.startsWith(wrong.substring(0, dot + 1)))
                                .toList());
    }
}
