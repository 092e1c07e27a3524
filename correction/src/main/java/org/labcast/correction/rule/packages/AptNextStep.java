package org.labcast.correction.rule.packages;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.SimpleCommand;

/** Nothing is wrong with an update or its list, but there is something to do next; only shown. */
public final class AptNextStep implements Rule {
    private static final Pattern UPGRADABLE = Pattern.compile("\\[upgradable from: ");

    @Override
    public String name() {
        return "apt_next_step";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        SimpleCommand command = context.command();
        if (!context.runs("apt") || command.args().isEmpty()) {
            return List.of();
        }
        if (command.args().get(0).is("update") && context.says().contains("apt list --upgradable")) {
            return List.of(next(context, "apt list --upgradable", "apt says how to see what could be upgraded."));
        }
        boolean listed = command.args().get(0).is("list") && command.hasOption("--upgradable");
        return listed && context.says().find(UPGRADABLE).isPresent()
                ? List.of(next(context, "apt upgrade", "These packages could be upgraded."))
                : List.of();
    }

    private static Suggestion next(FailureContext context, String call, String why) {
        SimpleCommand command = context.command();
        int end = command.args().get(command.args().size() - 1).end();
        return Suggestion.risky(context.mended(new Edit(command.nameWord().start(), end, call)), why);
    }
}
