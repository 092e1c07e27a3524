package org.labcast.correction.rule.general;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.labcast.correction.FailureContext;
import org.labcast.correction.NameKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** What is a command elsewhere: an alias of interactive shells, as {@code ll} of Debian's .bashrc, or one of Windows, as {@code cls}. */
public final class CommandElsewhere implements Rule {
    private static final Map<String, String> HERE = Map.ofEntries(
            Map.entry("ll", "ls -l"),
            Map.entry("la", "ls -A"),
            Map.entry("l", "ls -CF"),
            Map.entry("cls", "clear"),
            Map.entry("copy", "cp"),
            Map.entry("move", "mv"),
            Map.entry("ren", "mv"),
            Map.entry("md", "mkdir"),
            Map.entry("chdir", "cd"),
            Map.entry("findstr", "grep"),
            Map.entry("tasklist", "ps aux"));

    @Override
    public String name() {
        return "command_elsewhere";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        String here = HERE.get(context.command().tool());
        if (here == null || !context.commandNotFound() || !present(here, context)) {
            return List.of();
        }
        Word name = context.command().nameWord();
        // Windows' own switches mean nothing to the command here.
        boolean plain =
                context.command().args().stream().noneMatch(word -> word.value().matches("/[a-zA-Z?]"));
        return plain && name.bare() && !name.value().contains("/")
                ? List.of(Suggestion.safe(
                        context.mended(Edit.replace(name, here)),
                        "'" + name.value() + "' is a command elsewhere; here it is '" + here + "'."))
                : List.of();
    }

    private static boolean present(String call, FailureContext context) {
        Set<String> names = context.facts().names(NameKind.EXECUTABLES);
        return names.isEmpty() || call.equals("cd") || names.contains(call.replaceFirst(" .*", ""));
    }
}
