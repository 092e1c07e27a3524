package org.labcast.correction;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.labcast.correction.shell.ParsedLine;
import org.labcast.correction.shell.Redirection;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;

/** Whether running a mended line does something twice that ran already, beside the command that failed. */
final class RerunSafety {
    private static final Set<String> HARMLESS =
            Set.of((": [ apt-cache basename cat cd cut date df diff dirname dpkg-query"
                            + " du echo egrep env export fgrep file free getent grep head hostname id jq less ls lsblk lscpu printenv"
                            + " printf ps pwd readlink realpath set sleep sort ss stat tail test tr true type ulimit umask uname uniq"
                            + " unset uptime wc which who whoami")
                    .split(" "));

    /** Tool to the first operands that leave the machine the same when run again. */
    private static final Map<String, Set<String>> IDEMPOTENT = Map.ofEntries(
            Map.entry("apt", Set.of("update", "install", "search", "show", "list")),
            Map.entry("apt-get", Set.of("update", "install", "check")),
            Map.entry("dnf", Set.of("install", "makecache", "search", "info")),
            Map.entry("yum", Set.of("install", "makecache", "search", "info")),
            Map.entry("zypper", Set.of("install", "in", "refresh", "ref", "search", "se", "info")),
            Map.entry("apk", Set.of("add", "update", "search", "info")),
            Map.entry("systemctl", Set.of("daemon-reload", "enable", "start", "status", "is-active", "is-enabled")),
            Map.entry("git", Set.of("status", "log", "diff", "fetch", "show")));

    private RerunSafety() {}

    static boolean harms(FailureContext context) {
        if (context.script().structured() || context.script().opaque()) {
            return true;
        }
        List<SimpleCommand> commands = context.script().commands();
        // A failure inside a substitution keeps nothing behind it from running.
        boolean nested = commands.stream().anyMatch(command -> command.joint().equals(ParsedLine.SUBSTITUTION));
        int failed = commands.indexOf(context.command());
        boolean ran = true;
        for (int i = 0; i < commands.size(); i++) {
            SimpleCommand command = commands.get(i);
            ran = nested || i <= failed || ranBehind(command.joint(), ran && i > failed + 1, i == failed + 1);
            if (i != failed && ran && !bears(command)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a command behind the failed one has run: {@code &&} keeps it from it, a pipe runs with its left side. */
    private static boolean ranBehind(String joint, boolean leftRan, boolean leftFailed) {
        return switch (joint) {
            case "&&" -> leftRan && !leftFailed;
            case "|", "|&" -> leftRan || leftFailed;
            default -> true;
        };
    }

    private static boolean bears(SimpleCommand command) {
        if (command.redirections().stream().anyMatch(Redirection::writes)) {
            return false;
        }
        if (command.empty() || HARMLESS.contains(command.tool())) {
            return true;
        }
        if (command.tool().equals("mkdir")) {
            return command.hasOption("-p", "--parents");
        }
        List<Word> operands = command.operands();
        return !operands.isEmpty()
                && IDEMPOTENT
                        .getOrDefault(command.tool(), Set.of())
                        .contains(operands.get(0).value());
    }
}
