package org.labcast.correction.rule.devel;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.labcast.correction.NameKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;

/** pip has another name here, or only Python itself can call it. */
public final class PipName implements Rule {
    @Override
    public String name() {
        return "pip_name";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        if (!situation.runs("pip", "pip3") || !situation.commandNotFound()) {
            return List.of();
        }
        Set<String> executables = situation.facts().names(NameKind.EXECUTABLES);
        return Stream.of("pip3", "pip", "python3 -m pip")
                .filter(call -> !call.equals(situation.command().tool()) && executables.contains(call.split(" ")[0]))
                .limit(1)
                .map(call -> Suggestion.safe(
                        situation.mended(Edit.replace(situation.command().nameWord(), call)),
                        "There is no " + situation.command().tool() + " here, but " + call + "."))
                .toList();
    }
}
