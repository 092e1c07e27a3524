package org.labcast.agent.core;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes threads that wait for something to change; a ring between looking and waiting is not missed. */
public final class ChangeSignal {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private long rings;

    public void ring() {
        lock.lock();
        try {
            rings++;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** To be asked before looking, and handed to {@link #await} after it. */
    public long rings() {
        lock.lock();
        try {
            return rings;
        } finally {
            lock.unlock();
        }
    }

    /** Returns when it has rung since, or after the longest time to wait. */
    public void await(long since, Duration longest) {
        long left = longest.toNanos();
        lock.lock();
        try {
            while (rings == since && left > 0) {
                left = rung.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("the agent's threads are stopped by ringing, not by interrupting", e);
        } finally {
            lock.unlock();
        }
    }
}
