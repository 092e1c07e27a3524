package org.labcast.correction.rule.system;

import java.util.List;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;
import org.labcast.text.Spelling;

/** "Unknown command verb restar.": the verb is mistyped. */
public final class SystemctlVerb implements Rule {
    @Override
    public String name() {
        return "systemctl_verb";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        return Systemctl.unknownVerb(context)
                .filter(verb -> context.command().operands().indexOf(verb) == 0)
                .map(verb -> nearest(context, verb))
                .orElse(List.of());
    }

    private static List<Suggestion> nearest(FailureContext context, Word verb) {
        String swapped = verb.value().replaceFirst("^([a-z]+)-([a-z]+)$", "$2-$1");
        List<String> near =
                Systemctl.VERBS.contains(swapped) ? List.of(swapped) : Spelling.nearest(verb.value(), Systemctl.VERBS);
        return near.stream()
                .map(name -> {
                    String mended = context.mended(Edit.replace(verb, name));
                    String why = "systemctl does not know '" + verb.value() + "'; '" + name + "' is nearest.";
                    return Suggestion.sure(near.size() == 1 && !context.nothingSaid(), mended, why);
                })
                .toList();
    }
}
