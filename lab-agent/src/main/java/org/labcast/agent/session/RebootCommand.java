package org.labcast.agent.session;

import java.util.List;
import java.util.regex.Pattern;

/** Commands that ask for another boot of the machine, now or at a set time. */
public final class RebootCommand {
    private static final Pattern SEPARATOR = Pattern.compile("\\|\\||&&|[;\\n&]");
    private static final Pattern BEFORE =
            Pattern.compile("^(?:(?:exec|nohup|sudo(?:\\s+-[nEH]+)*|[A-Za-z_]\\w*=\\S*)\\s+)*(?:/usr)?(?:/s?bin/)?");
    private static final Pattern ASKS = Pattern.compile("reboot(?:\\s+(?:-f|--force|-w?d?n?i?f+))*"
            + "|shutdown\\s+(?:\\S+\\s+)*(?:-[a-zA-Z]*r[a-zA-Z]*|--reboot)(?:\\s.*)?"
            + "|systemctl\\s+(?:-\\S+\\s+)*(?:reboot|kexec|soft-reboot)(?:\\s+-\\S+)*"
            + "|(?:tel)?init\\s+6");

    private RebootCommand() {}

    /** Whether the last simple command of a text does so. */
    public static boolean asks(String text) {
        List<String> commands = SEPARATOR
                .splitAsStream(text.strip())
                .map(String::strip)
                .filter(part -> !part.isEmpty() && !part.startsWith("#"))
                .toList();
        if (commands.isEmpty()) {
            return false;
        }
        String last = commands.get(commands.size() - 1).replaceAll("\\s+(?:\\d?>{1,2}\\s*\\S+|#.*)$", "");
        return ASKS.matcher(BEFORE.matcher(last).replaceFirst("")).matches();
    }
}
