package org.labcast.correction.rule.packages;

import java.util.List;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;

/** An earlier dpkg was interrupted, and says itself what must be run to finish its work. */
public final class InterruptedDpkg implements Rule {
    @Override
    public String name() {
        return "interrupted_dpkg";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        boolean interrupted = context.says().contains("dpkg was interrupted, you must manually run ")
                && context.says().contains("dpkg --configure -a");
        return interrupted && Family.APT.runsIn(context)
                ? List.of(Suggestion.safe(
                        context.preceded(context.command().raised("dpkg --configure -a")),
                        "An earlier dpkg was interrupted; 'dpkg --configure -a' finishes what it had unpacked."))
                : List.of();
    }
}
