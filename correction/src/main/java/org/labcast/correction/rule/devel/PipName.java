package org.labcast.correction.rule.devel;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.NameKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;

/** pip has another name here, or only Python itself can call it. */
public final class PipName implements Rule {
    @Override
    public String name() {
        return "pip_name";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (!context.runs("pip", "pip3") || !context.commandNotFound()) {
            return List.of();
        }
        Set<String> executables = context.facts().names(NameKind.EXECUTABLES);
        return Stream.of("pip3", "pip", "python3 -m pip")
                .filter(call -> !call.equals(context.command().tool()) && executables.contains(call.split(" ")[0]))
                .limit(1)
                .map(call -> Suggestion.safe(
                        context.mended(Edit.replace(context.command().nameWord(), call)),
                        "There is no " + context.command().tool() + " here, but " + call + "."))
                .toList();
    }
}
