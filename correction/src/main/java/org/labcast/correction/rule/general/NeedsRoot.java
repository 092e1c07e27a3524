package org.labcast.correction.rule.general;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.ShellError;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.SimpleCommand;

/** The tool says that it needs root's rights, and sudo gives them without a password. */
public final class NeedsRoot implements Rule {
    private static final Pattern DENIED = Pattern.compile(
            "(?i)permission denied|operation not permitted|eacces|insufficient privileges|non-root users cannot|not super-user"
                    + "|unless you are root|must (?:be superuser|run as root)|need root|under the root user|operation requires root"
                    + "|authentication is required|edspermissionerror|don't have write permissions|use `sudo`|sudorequirederror"
                    + "|don't have access to the history db|can not open a temporary file"
                    + "|are you root|(?:must|need to|needs to|have to) be (?:run as |the )?(?:root|superuser|super user)"
                    + "|must be run (?:as root|with (?:superuser|root))|requires? (?:superuser|root)|only root (?:can|may)|run (?:this|it) as root"
                    + "|as the root user|superuser privilege|interactive authentication required|access denied|root privileges");
    /** One of them is in each of those. */
    private static final Set<String> WORDS = Set.of(
            "denied",
            "permitted",
            "eacces",
            "permissions",
            "root",
            "super",
            "superuser",
            "sudo",
            "sudorequirederror",
            "privilege",
            "privileges",
            "authentication",
            "edspermissionerror",
            "history",
            "temporary");

    /** They work on the shell itself, or sudo would change what they mean. */
    private static final Set<String> NOT_FOR_SUDO = Set.of(
            "cd", "export", "source", ".", "alias", "umask", "ulimit", "set", "exec", "eval", "exit", "ssh", "scp",
            "git", "read", "su");

    @Override
    public String name() {
        return "needs_root";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        SimpleCommand command = context.command();
        if (command.empty()
                || command.privileged()
                || !context.facts().machine().canBecomeRoot()
                || NOT_FOR_SUDO.contains(command.tool())
                || !denied(context)
                || notExecutable(context)) {
            return List.of();
        }
        // apt-get update && apt-get install vim: which of them was refused does not matter.
        Edit[] edits = context.script().commands().stream()
                .filter(one -> one.equals(command) || (speaksWithoutName(one) && isAlike(one, command)))
                .map(one -> Edit.before(one.words().get(0), "sudo"))
                .toArray(Edit[]::new);
        return List.of(Suggestion.safe(
                context.mended(edits),
                "'" + command.tool() + "' was refused for want of rights; sudo works here without a password."));
    }

    /** What the shell itself was refused, such as a redirection, sudo before the command would not change. */
    private static boolean denied(FailureContext context) {
        boolean several = context.script().commands().size() > 1;
        return context.says().with(WORDS).lines().stream()
                .filter(line -> !ShellError.of(line).filter(ShellError::byShell).isPresent())
                .filter(line -> DENIED.matcher(line).find())
                .anyMatch(line -> !several || line.contains(context.command().tool()) || isOnlyOne(context));
    }

    /** Tools such as apt complain without their name: then only one tool of the line can be meant. */
    private static boolean isOnlyOne(FailureContext context) {
        return speaksWithoutName(context.command())
                && context.script().commands().stream()
                        .filter(NeedsRoot::speaksWithoutName)
                        .allMatch(one -> isAlike(one, context.command()));
    }

    private static boolean isAlike(SimpleCommand one, SimpleCommand other) {
        return one.tool().equals(other.tool()) && one.privileged() == other.privileged();
    }

    private static boolean speaksWithoutName(SimpleCommand command) {
        return Set.of(
                        "apt",
                        "apt-get",
                        "systemctl",
                        "ip",
                        "npm",
                        "pip",
                        "pip3",
                        "docker",
                        "dnf",
                        "yum",
                        "zypper",
                        "pacman",
                        "apk")
                .contains(command.tool());
    }

    /** A script without its x bit is not root's business. */
    private static boolean notExecutable(FailureContext context) {
        return context.command().nameWord().value().contains("/")
                && context.failed().exitCode() == 126
                && context.facts().path(context.command().nameWord().value()) != PathKind.UNKNOWN;
    }
}
