package org.labcast.services.client.internal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Tells, beat by beat, how much time has passed. A beat that comes very late counts for less: it was we who stood still
 * then, and what hosts said meanwhile waits to be heard.
 */
public final class Ticker implements AutoCloseable {
    private static final int LATE = 4;

    private final LongSupplier ticker;
    private final Duration beat;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private long last;

    /** @param ticker nanoseconds of a clock that nobody sets */
    public Ticker(LongSupplier ticker, Duration beat) {
        this.ticker = ticker;
        this.beat = beat;
        this.last = ticker.getAsLong();
    }

    /** Starts a thread that beats until this is closed. */
    public void start(Consumer<Duration> onBeat) {
        Thread thread = new Thread(() -> run(onBeat), "services-time");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Consumer<Duration> onBeat) {
        try {
            while (!stopped.await(beat.toNanos(), TimeUnit.NANOSECONDS)) {
                onBeat.accept(elapsed());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Since the last time. */
    Duration elapsed() {
        long now = ticker.getAsLong();
        Duration passed = Duration.ofNanos(now - last);
        last = now;
        Duration most = beat.multipliedBy(LATE);
        return passed.compareTo(most) > 0 ? most : passed;
    }

    @Override
    public void close() {
        stopped.countDown();
    }
}
