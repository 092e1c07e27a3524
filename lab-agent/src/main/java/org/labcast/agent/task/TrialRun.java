package org.labcast.agent.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.labcast.agent.core.ExecutionException;
import org.labcast.agent.core.RunnerLimits;
import org.labcast.agent.output.Spool;
import org.labcast.agent.process.Cancellation;
import org.labcast.agent.process.Command;
import org.labcast.agent.process.CommandResult;
import org.labcast.agent.process.CommandRunner;
import org.labcast.model.HostName;
import org.labcast.model.OrderId;
import org.labcast.model.order.TaskOptions;

/**
 * A command that somebody at this machine wants to see run once: as a task without options would, but from the current directory,
 * and without a trace on disk.
 */
public final class TrialRun {
    private static final HostName NOBODY = new HostName("none");
    private static final RunnerLimits DEFAULT = RunnerLimits.DEFAULT;
    private static final RunnerLimits LIMITS = new RunnerLimits(
            DEFAULT.killGrace(), DEFAULT.pipeGrace(), DEFAULT.head(), DEFAULT.tail(), 0, DEFAULT.reserve());

    private TrialRun() {}

    /** Also ends the command when this program is ended meanwhile. */
    public static CommandResult of(String text, TaskOptions options, Clock clock) {
        Cancellation cancellation = new Cancellation();
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(cancellation, ended), "end"));
        OrderId job = OrderId.random();
        Path folder = folder();
        Spool spool = new Spool(folder);
        try {
            CommandRunner runner = new CommandRunner(NOBODY, spool, LIMITS, clock);
            return runner.run(new Command(job, 0, 0, text, options), cancellation);
        } finally {
            spool.remove(job);
            remove(folder);
            ended.countDown();
        }
    }

    private static void end(Cancellation cancellation, CountDownLatch ended) {
        cancellation.cancel();
        try {
            ended.await(2 * LIMITS.killGrace().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("labcast-");
        } catch (IOException e) {
            throw new ExecutionException("No folder can be made in the directory for temporary files.", e);
        }
    }

    private static void remove(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new ExecutionException("The folder " + folder + " cannot be removed.", e);
        }
    }
}
