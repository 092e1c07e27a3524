package org.labcast.correction.rule.system;

import java.util.List;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** {@code systemctl nginx restart}: unit and verb have changed places; {@code service restart nginx} likewise. */
public final class SystemctlOrder implements Rule {
    private static final List<String> SERVICE_VERBS =
            List.of("start", "stop", "restart", "reload", "status", "force-reload");

    @Override
    public String name() {
        return "systemctl_order";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        List<Word> operands = context.command().operands();
        if (operands.size() != 2) {
            return List.of();
        }
        Word first = operands.get(0);
        Word second = operands.get(1);
        boolean systemctl = Systemctl.unknownVerb(context).filter(first::equals).isPresent()
                && Systemctl.VERBS.contains(second.value());
        boolean service = context.runs("service")
                && SERVICE_VERBS.contains(first.value())
                && context.says().contains(first.value() + ": unrecognized service");
        if (!systemctl && !service) {
            return List.of();
        }
        String mended = context.mended(Edit.replace(first, second.text()), Edit.replace(second, first.text()));
        return List.of(Suggestion.safe(mended, "Verb and unit have changed places."));
    }
}
