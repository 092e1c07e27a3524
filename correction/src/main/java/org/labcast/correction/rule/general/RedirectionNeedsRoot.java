package org.labcast.correction.rule.general;

import java.util.List;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.ShellError;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Redirection;
import org.labcast.correction.shell.SimpleCommand;

/**
 * The shell may not open the file of a redirection; sudo before the command would not help, as the shell opens it.
 *
 * <p>Only where nothing in the command could mean something else to the inner shell.
 */
public final class RedirectionNeedsRoot implements Rule {
    @Override
    public String name() {
        return "redirection_needs_root";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        SimpleCommand command = context.command();
        // The shell opened the file before sudo began.
        boolean plainSudo = command.privileged()
                && command.name() == 1
                && command.start() == command.words().get(0).start();
        boolean known = command.words().stream().allMatch(word -> word.literal())
                && command.redirections().stream()
                        .allMatch(redirection -> redirection.target().literal());
        if (!known
                || command.empty()
                || !(plainSudo || command.name() == 0)
                || !context.facts().machine().canBecomeRoot()
                || command.redirections().stream().noneMatch(redirection -> refused(context, redirection))) {
            return List.of();
        }
        int begin = plainSudo ? command.nameWord().start() : command.start();
        String inner = context.script().text().substring(begin, command.end());
        String mended = context.mended(new Edit(command.start(), command.end(), "sudo sh -c " + quoted(inner)));
        return List.of(
                Suggestion.safe(mended, "The shell itself may not open the file; a shell that sudo starts may."));
    }

    private static boolean refused(FailureContext context, Redirection redirection) {
        return ShellError.all(context.says())
                .anyMatch(error -> error.byShell()
                        && error.kind() == ShellError.Kind.PERMISSION_DENIED
                        && redirection.target().is(error.subject()));
    }

    private static String quoted(String inner) {
        return inner.contains("\"")
                        || inner.contains("\\")
                        || inner.contains("$")
                        || inner.contains("`")
                        || inner.contains("!")
                ? "'" + inner.replace("'", "'\\''") + "'"
                : "\"" + inner + "\"";
    }
}
