package org.labcast.publisher.command;

import java.time.Duration;
import org.labcast.publisher.taskfile.TimeText;
import picocli.CommandLine.ITypeConverter;

/** Times on the command line are written as in task files: {@code 90s}, {@code 5m}, {@code 2h}, {@code 7d}. */
final class Durations implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        return TimeText.parse(text);
    }
}
