package org.labcast.broker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.utils.critical.CriticalComponent;
import org.jspecify.annotations.Nullable;

/**
 * Part of the broker: ends its process when the broker has failed. Left alone, it only closes its listeners after an error
 * of its disk, and nobody restarts a process that is there. What was confirmed is on the disk; nothing is lost by an end
 * at once.
 *
 * <p>Two things count as failed: an error of the journal, and a part of the broker that has not moved for two checks in a row.
 * A single one may be a machine that was suspended. Depends on no other module of Labcast, because a standalone broker loads it, too.
 */
public final class HaltWhenFailed implements ActiveMQServerPlugin {
    /** The exit code: EX_SOFTWARE of sysexits.h, as the broker's own policy HALT has it. */
    public static final int FAILED = 70;

    /** What it can still say and close takes less. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** A part counts as stuck after two minutes, and is looked at each minute. */
    private static final Duration TWO_CHECKS = Duration.ofMinutes(5);

    private final Clock clock;
    private final Duration grace;
    private final Runnable halt;
    private @Nullable Instant stuckSince;
    private @Nullable CompletableFuture<Void> halting;

    /** As the broker makes it. */
    public HaltWhenFailed() {
        this(() -> Runtime.getRuntime().halt(FAILED));
    }

    /** @param halt called once, a moment after the failure */
    HaltWhenFailed(Runnable halt) {
        this(Clock.systemUTC(), GRACE, halt);
    }

    HaltWhenFailed(Clock clock, Duration grace, Runnable halt) {
        this.clock = clock;
        this.grace = grace;
        this.halt = halt;
    }

    @Override
    public void registered(ActiveMQServer server) {
        server.registerIOCriticalErrorListener((cause, message, file) ->
                failed("its disk failed it (" + cause.getMessage() + "); see that there is room"));
    }

    void diskFailed(Throwable cause, @Nullable String message, @Nullable String file) {
        failed("its disk failed it (" + cause.getMessage() + "); see that there is room");
    }

    @Override
    public synchronized void criticalFailure(CriticalComponent component) {
        Instant now = clock.instant();
        if (stuckSince != null && Duration.between(stuckSince, now).compareTo(TWO_CHECKS) <= 0) {
            failed("a part of it is stuck: " + component);
        }
        stuckSince = now;
    }

    synchronized boolean isHalting() {
        return halting != null;
    }

    private synchronized void failed(String why) {
        if (halting == null) {
            System.err.println("broker: The broker cannot go on: " + why + ". It ends, to be started again.");
            halting = CompletableFuture.runAsync(
                    halt, CompletableFuture.delayedExecutor(grace.toMillis(), TimeUnit.MILLISECONDS));
        }
    }
}
