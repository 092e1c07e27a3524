package org.labcast.agent.process;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.labcast.agent.core.RunnerLimits;
import org.labcast.agent.output.Spool;
import org.labcast.model.HostName;
import org.labcast.model.OrderId;
import org.labcast.model.order.TaskOptions;

/** A runner with short waits that spools into a test's folder. */
public final class TestHost {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final TaskOptions PLAIN = options(Duration.ofSeconds(30), "", "", "sh");

    public final OrderId job = OrderId.random();
    public final Cancellation cancellation = new Cancellation();
    public final Spool spool;
    public final CommandRunner runner;

    public TestHost(Path folder) {
        this(folder, 1 << 20, ControlGroup.own());
    }

    /**
     * @param kept bytes of each stream on disk
     * @param controlGroups where control groups can be made
     */
    TestHost(Path folder, long kept, Optional<Path> controlGroups) {
        spool = new Spool(folder.resolve("spool"));
        RunnerLimits limits =
                new RunnerLimits(Duration.ofMillis(300), Duration.ofMillis(200), 32 << 10, 32 << 10, kept, 0);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        runner = new CommandRunner(new HostName("lab-1"), spool, limits, clock, controlGroups);
    }

    CommandResult run(String text) {
        return run(text, PLAIN);
    }

    CommandResult run(String text, TaskOptions options) {
        return runner.run(new Command(job, 0, 0, text, options), cancellation);
    }

    static TaskOptions options(Duration timeout, String user, String cwd, String shell) {
        return TaskOptions.DEFAULT.toBuilder()
                .timeout(timeout)
                .user(user)
                .cwd(cwd)
                .shell(shell)
                .build();
    }

    static TaskOptions timeout(Duration timeout) {
        return options(timeout, "", "", "sh");
    }

    public static TaskOptions user(String user) {
        return options(Duration.ofSeconds(30), user, "", "sh");
    }

    static TaskOptions user(String user, String cwd) {
        return options(Duration.ofSeconds(30), user, cwd, "sh");
    }

    static TaskOptions cwd(String cwd) {
        return options(Duration.ofSeconds(30), "", cwd, "sh");
    }

    static TaskOptions shell(String shell) {
        return options(Duration.ofSeconds(30), "", "", shell);
    }
}
