package org.labcast.agent.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The agent's threads: started together, stopped one after the other. One that breaks stops the agent. */
public final class ThreadSupervisor {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadSupervisor.class);

    private final CompletableFuture<Void> stop;
    private final List<Member> members = new ArrayList<>();
    private volatile boolean broken;

    private record Member(Thread thread, Runnable stop, Duration patience) {}

    /** @param stop completed when one of the threads breaks */
    public ThreadSupervisor(CompletableFuture<Void> stop) {
        this.stop = stop;
    }

    /**
     * Adds a thread; they are stopped in the order in which they were added.
     *
     * @param patience how long its stop may take
     */
    public void add(String name, Runnable work, Runnable stopping, Duration patience) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((broke, e) -> {
            LOG.error("The agent stops, because its {} broke.", broke.getName(), e);
            broken = true;
            stop.complete(null);
        });
        members.add(new Member(thread, stopping, patience));
    }

    public void start() {
        members.forEach(member -> member.thread().start());
    }

    /** Stops those that still run and waits for each; may be called again. */
    public void stop() {
        for (Member member : members) {
            member.stop().run();
            try {
                member.thread().join(member.patience().toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    public boolean isBroken() {
        return broken;
    }
}
