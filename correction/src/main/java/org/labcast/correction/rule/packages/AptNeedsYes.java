package org.labcast.correction.rule.packages;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;

/** apt asked whether to continue and nobody was there to answer. */
public final class AptNeedsYes implements Rule {
    private static final Pattern ABORTED = Pattern.compile("Do you want to continue\\? \\[Y/n] Abort\\.");

    @Override
    public String name() {
        return "apt_needs_yes";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        if (!situation.runs("apt", "apt-get")
                || situation.command().args().isEmpty()
                || situation.says().find(ABORTED).isEmpty()) {
            return List.of();
        }
        String mended = situation.mended(Edit.after(situation.command().args().get(0), "-y"));
        // With "yes" the packages listed here would go; that is for a person to decide.
        return situation.says().contains("will be REMOVED") || situation.says().contains("WARNING: The following")
                ? List.of(Suggestion.risky(mended, "apt asked whether to continue; saying yes removes packages."))
                : List.of(Suggestion.safe(mended, "apt asked whether to continue, and nobody was there to answer."));
    }
}
