package org.labcast.agent.session;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How to find a living shell again.
 *
 * @param boot id of the boot of the machine that it was started in
 * @param keeper number of its keeper's process
 * @param start when the keeper was started, in clock ticks since boot
 * @param mark what ends a command's output; secret
 * @param heading of the sections of its state
 */
record ShellAddress(String boot, long keeper, long start, String shell, Path run, String mark, String heading) {
    private static final Pattern FORM = Pattern.compile("(\\S+) (\\d+) (\\d+) (\\S+) ([0-9a-f]+) (\\S+) (.+)\n");

    String print() {
        return "%s %d %d %s %s %s %s\n".formatted(boot, keeper, start, shell, mark, heading, run);
    }

    static Optional<ShellAddress> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new ShellAddress(
                        matcher.group(1),
                        Long.parseLong(matcher.group(2)),
                        Long.parseLong(matcher.group(3)),
                        matcher.group(4),
                        Path.of(matcher.group(7)),
                        matcher.group(5),
                        matcher.group(6)))
                : Optional.empty();
    }
}
