package org.labcast.correction.rule.packages;

import java.util.List;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;

/** Packages are installed whose dependencies are not. What apt offers may remove packages, so a person must say yes. */
public final class BrokenDependencies implements Rule {
    @Override
    public String name() {
        return "broken_dependencies";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        boolean broken = situation.says().contains("--fix-broken install")
                || situation.says().contains("E: Unmet dependencies. Try 'apt-get -f install'")
                || situation.says().contains("E: Unmet dependencies. Try using -f");
        return broken && Family.APT.runsIn(situation)
                ? List.of(Suggestion.risky(
                        situation.preceded(situation.command().raised("apt-get --fix-broken install -y")),
                        "Dependencies are missing; apt can mend that, perhaps by removing packages."))
                : List.of();
    }
}
