package org.labcast.correction.rule.general;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.SimpleCommand;

/** Small systems have no sudo, and root needs none. */
public final class SudoNotInstalled implements Rule {
    private static final Pattern MISSING = Pattern.compile("(?:^|[ :])sudo: (?:command )?not found$");

    @Override
    public String name() {
        return "sudo_not_installed";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        SimpleCommand command = context.command();
        boolean needless = command.name() == 1
                && !command.empty()
                && command.words().get(0).is("sudo")
                && context.facts().machine().user().equals("root")
                && context.says().find(MISSING).isPresent();
        return needless
                ? List.of(Suggestion.safe(
                        context.mended(new Edit(
                                command.words().get(0).start(),
                                command.nameWord().start(),
                                "")),
                        "There is no sudo here, and the command runs as root anyway."))
                : List.of();
    }
}
