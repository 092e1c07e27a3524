package org.labcast.publisher.cli;

import java.time.Duration;
import java.util.Optional;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.workflow.JobPush;
import picocli.CommandLine.Option;

/** How a job is posted and waited for. */
public final class PostingOptions {
    @Option(
            names = {"--instant", "-y"},
            description = "Ask nothing.")
    private boolean instant;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            description =
                    "Wait up to TIME, as in 90s or 5m; 0s: do not wait. Default: until every online host has finished.")
    private Optional<Duration> wait = Optional.empty();

    @Option(
            names = "--valid",
            paramLabel = "TIME",
            defaultValue = "7d",
            description = "Hosts refuse the job afterwards (${DEFAULT-VALUE}).")
    private Duration valid = Duration.ofDays(7);

    /** How long what waits on the broker already is taken in: no longer than the answers are waited for. */
    Duration patience() {
        Duration most = Duration.ofSeconds(60);
        return wait.filter(limit -> limit.compareTo(most) < 0).orElse(most);
    }

    /** A person is asked; a script has decided already. */
    boolean asks(Console console) {
        return !instant && console.isTerminal("in");
    }

    public JobPush push(Wiring wiring, Console console, ReportOptions report) {
        return new JobPush(wiring, console, report.on(console), new JobPush.Terms(asks(console), instant, wait, valid));
    }
}
