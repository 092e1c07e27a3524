package org.labcast.correction.rule.system;

import java.util.List;
import org.labcast.correction.FailureContext;
import org.labcast.correction.MachineFacts;
import org.labcast.correction.NameKind;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.SimpleCommand;

/** A tool that distributions no longer install, and what took its place. Source: the manual pages' own notes, as in netstat(8). */
public final class ReplacedTool implements Rule {
    @Override
    public String name() {
        return "replaced_tool";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        SimpleCommand command = context.command();
        // Names such as invoke-rc.d are written with a backslash in the patterns.
        if (!context.commandNotFound()
                || !(Replacement.TOOLS.contains(command.tool())
                        || command.tool().endsWith("-rc.d"))
                // It is here, only not on this user's PATH.
                || context.rootCommand(command.tool()).isPresent()) {
            return List.of();
        }
        int start = command.nameWord().start();
        int end = command.words().get(command.words().size() - 1).end();
        String call = context.script().text().substring(start, end);
        return Replacement.ALL.stream()
                .filter(one -> one.call().matcher(call).matches())
                .filter(one -> present(one.by(), context.facts()))
                .limit(1)
                .map(one -> {
                    String by = one.call().matcher(call).replaceFirst(one.by());
                    return Suggestion.safe(
                            context.mended(new Edit(start, end, by)),
                            "'" + command.tool() + "' is not installed; '" + by.replaceFirst(" .*", "")
                                    + "' does its work.");
                })
                .toList();
    }

    private static boolean present(String call, MachineFacts facts) {
        String tool = call.replaceFirst(" .*", "");
        return facts.names(NameKind.EXECUTABLES).contains(tool)
                || facts.path("/usr/bin/" + tool) == PathKind.FILE
                || facts.path("/usr/sbin/" + tool) == PathKind.FILE
                || tool.equals("ip");
    }
}
