package org.labcast.publisher.taskfile;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labcast.model.InvalidValueException;
import org.labcast.text.Printable;

/** A length of time as people write it: {@code 90s}, {@code 5m}, {@code 2h}, {@code 7d}. */
public final class TimeText {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,6})([smhd])");

    private TimeText() {}

    /** @throws InvalidValueException when the text has another form */
    public static Duration parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new InvalidValueException("'" + Printable.of(text) + "' is not a time such as 90s, 5m, 2h or 7d");
        }
        long amount = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
