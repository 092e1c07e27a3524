package org.labcast.correction.rule.packages;

import java.util.List;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;

/**
 * dpkg asked which of two configuration files to keep. Its own default keeps the machine's; it is still only shown, since the new
 * program may not start with the old file, and that should be looked at before it happens on every machine.
 */
public final class ConffilePrompt implements Rule {
    @Override
    public String name() {
        return "conffile_prompt";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        boolean asked = context.says().contains("end of file on stdin at conffile prompt")
                || context.says().contains("EOF on stdin at conffile prompt");
        if (!asked || !(Family.APT.runsIn(context) || context.runs("dpkg"))) {
            return List.of();
        }
        String option = context.runs("dpkg") ? "--force-confold" : "-o Dpkg::Options::=--force-confold";
        return List.of(Suggestion.risky(
                context.mended(Edit.after(context.command().nameWord(), option)),
                "A configuration file was changed on this machine and by the package; this keeps the machine's."));
    }
}
