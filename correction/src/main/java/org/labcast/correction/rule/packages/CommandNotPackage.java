package org.labcast.correction.rule.packages;

import java.util.List;
import java.util.Optional;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** What should be installed is a command; the package that brings it has another name. */
public final class CommandNotPackage implements Rule {
    @Override
    public String name() {
        return "command_not_package";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        Optional<Family> family = Family.of(context.command().tool());
        List<Word> unknown = UnknownPackages.of(context);
        if (family.isEmpty() || unknown.size() != 1) {
            return List.of();
        }
        Word command = unknown.get(0);
        List<String> packages = CommandPackages.of(family.orElseThrow(), command.value())
                .filter(name -> !name.equals(command.value()) && Family.mayHave(context, name))
                .map(List::of)
                .orElseGet(() -> Owners.of(context, family.orElseThrow(), command.value()));
        return packages.stream()
                .map(name -> Suggestion.sure(
                        packages.size() == 1,
                        context.mended(Edit.replace(command, name)),
                        "'" + command.value() + "' is a command; the package that brings it is " + name + "."))
                .toList();
    }
}
