package org.labcast.agent.ledger;

import java.time.Duration;
import java.util.function.Function;
import org.labcast.agent.core.ChangeSignal;
import org.labcast.agent.core.HealthStatus;
import org.labcast.agent.core.StoppedException;
import org.labcast.model.OrderId;

/** Appends however long it takes: as long as nothing can be written, it waits, and says so once. */
public final class BlockingLedger {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Ledger ledger;
    private final HealthStatus health;
    private volatile boolean stopped;

    public BlockingLedger(Ledger ledger, HealthStatus health) {
        this.ledger = ledger;
        this.health = health;
    }

    /**
     * As {@link Ledger#append}, after as many attempts as it takes.
     *
     * @throws StoppedException when the agent stops before it came off
     */
    public <T> T append(Function<LedgerState, Ledger.Step<T>> decision) {
        for (Duration pause = FIRST_PAUSE; ; pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE)) {
            long rings = ledger.signal().rings();
            try {
                T answer = ledger.append(decision);
                health.end("ledger");
                return answer;
            } catch (LedgerFullException e) {
                health.begin("ledger", e.getMessage());
            }
            if (stopped) {
                throw new StoppedException();
            }
            ledger.signal().await(rings, pause);
        }
    }

    public void append(Entry... entries) {
        append(state -> Ledger.Step.of(true, entries));
    }

    public <T> T read(Function<LedgerState, T> question) {
        return ledger.read(question);
    }

    /** As {@link Ledger#accepted}. */
    public Entry.JobAccepted accepted(OrderId job) {
        return ledger.accepted(job);
    }

    /** Rings after every append. */
    public ChangeSignal signal() {
        return ledger.signal();
    }

    /** Whether {@link #awaitRoom} would return at once. */
    public boolean hasRoom(long weightLimit) {
        return ledger.read(LedgerState::weight) < weightLimit;
    }

    /** Waits until so little is to be told that there is room for more, rather than lose any of it. */
    public void awaitRoom(long weightLimit) {
        while (true) {
            long rings = ledger.signal().rings();
            if (hasRoom(weightLimit)) {
                health.end("outbox");
                return;
            }
            if (stopped) {
                throw new StoppedException();
            }
            ledger.signal().await(rings, LONGEST_PAUSE);
            if (ledger.signal().rings() == rings) {
                health.begin("outbox", "Results of more than " + (weightLimit >> 20) + " MiB wait to be sent.");
            }
        }
    }

    /** Nobody waits any longer from now on. */
    public void stop() {
        stopped = true;
        ledger.signal().ring();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
