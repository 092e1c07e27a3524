package org.labcast.correction.rule.packages;

import java.util.List;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;

/** Packages are installed whose dependencies are not. What apt offers may remove packages, so a person must say yes. */
public final class BrokenDependencies implements Rule {
    @Override
    public String name() {
        return "broken_dependencies";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        boolean broken = context.says().contains("--fix-broken install")
                || context.says().contains("E: Unmet dependencies. Try 'apt-get -f install'")
                || context.says().contains("E: Unmet dependencies. Try using -f");
        return broken && Family.APT.runsIn(context)
                ? List.of(Suggestion.risky(
                        context.preceded(context.command().raised("apt-get --fix-broken install -y")),
                        "Dependencies are missing; apt can mend that, perhaps by removing packages."))
                : List.of();
    }
}
