package org.labcast.publisher.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.labcast.model.HostSet;

/**
 * What became of a job that some hosts were to try before the others.
 *
 * @param canary the job of the hosts that went first
 * @param rest the job of the others; empty when nothing was sent to them
 * @param unsent the others, while nothing was sent to them
 */
public record CanaryReport(JobReport canary, Optional<JobReport> rest, HostSet unsent) {
    public static CanaryReport stopped(JobReport canary, HostSet unsent) {
        return new CanaryReport(canary, Optional.empty(), unsent);
    }

    public static CanaryReport of(JobReport canary, JobReport rest) {
        return new CanaryReport(canary, Optional.of(rest), HostSet.EMPTY);
    }

    public List<JobReport> jobs() {
        return Stream.concat(Stream.of(canary), rest.stream()).toList();
    }

    /** For all hosts together; those that got nothing have not answered, unless a canary's failure is the reason. */
    public ExitCode exit() {
        ExitCode first = ExitCode.of(canary);
        ExitCode others = rest.map(ExitCode::of).orElse(first == ExitCode.FAILED ? first : ExitCode.MISSING);
        return first.compareTo(others) > 0 ? first : others;
    }

    /** One line for both jobs. */
    public String summary(TerminalStyle style) {
        Totals totals =
                jobs().stream().map(JobReport::totals).reduce(Totals::plus).orElseThrow();
        Duration elapsed = jobs().stream().map(JobReport::elapsed).reduce(Duration.ZERO, Duration::plus);
        String ids = String.join(
                " and ",
                jobs().stream().map(report -> report.job().id().value()).toList());
        return "Canary and rest together (jobs " + ids + "): "
                + TotalsLine.of(totals, elapsed, new Ansi(style.colour()));
    }
}
