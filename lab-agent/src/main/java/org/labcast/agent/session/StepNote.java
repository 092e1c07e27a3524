package org.labcast.agent.session;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a shell was given last.
 *
 * @param number that the shell knows it by; each is run once
 * @param task index of its task, -1 when it is none
 * @param attempt number of its attempt
 * @param ticks when, in clock ticks since boot
 */
record StepNote(long number, int task, int attempt, long ticks) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,18}) (-?\\d{1,9}) (\\d{1,9}) (\\d{1,18})\n");

    String print() {
        return "%d %d %d %d\n".formatted(number, task, attempt, ticks);
    }

    static Optional<StepNote> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new StepNote(
                        Long.parseLong(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(3)),
                        Long.parseLong(matcher.group(4))))
                : Optional.empty();
    }
}
