package org.labcast.correction.rule.system;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;
import org.labcast.text.Spelling;

/** service(8) hands a verb that it does not know to an init script, which has gone or prints its own list. */
public final class ServiceVerb implements Rule {
    private static final Pattern REFUSED = Pattern.compile(": unrecognized service$|^Usage: ");
    private static final Set<String> VERBS =
            Set.of("start", "stop", "restart", "reload", "status", "force-reload", "try-restart");

    @Override
    public String name() {
        return "service_verb";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        List<Word> operands = context.command().operands();
        boolean refused = context.runs("service")
                && operands.size() == 2
                && !VERBS.contains(operands.get(0).value())
                && !VERBS.contains(operands.get(1).value())
                && context.says().find(REFUSED).isPresent();
        if (!refused) {
            return List.of();
        }
        Word verb = operands.get(1);
        List<String> near = Spelling.nearest(verb.value(), VERBS);
        return near.stream()
                .sorted()
                .map(name -> Suggestion.sure(
                        near.size() == 1,
                        context.mended(Edit.replace(verb, name)),
                        "service does not know '" + verb.value() + "'; '" + name + "' is nearest."))
                .toList();
    }
}
