package org.labcast.correction.rule.packages;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
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
    public List<Suggestion> suggest(Situation situation) {
        SimpleCommand command = situation.command();
        if (!situation.runs("apt") || command.args().isEmpty()) {
            return List.of();
        }
        if (command.args().get(0).is("update") && situation.says().contains("apt list --upgradable")) {
            return List.of(next(situation, "apt list --upgradable", "apt says how to see what could be upgraded."));
        }
        boolean listed = command.args().get(0).is("list") && command.hasOption("--upgradable");
        return listed && situation.says().find(UPGRADABLE).isPresent()
                ? List.of(next(situation, "apt upgrade", "These packages could be upgraded."))
                : List.of();
    }

    private static Suggestion next(Situation situation, String call, String why) {
        SimpleCommand command = situation.command();
        int end = command.args().get(command.args().size() - 1).end();
        return Suggestion.risky(situation.mended(new Edit(command.nameWord().start(), end, call)), why);
    }
}
