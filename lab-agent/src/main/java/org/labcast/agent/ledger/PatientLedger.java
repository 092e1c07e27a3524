package org.labcast.agent.ledger;

import java.time.Duration;
import java.util.function.Function;
import org.labcast.agent.StoppedException;
import org.labcast.agent.Trouble;
import org.labcast.model.OrderId;

/** Appends however long it takes: as long as nothing can be written, it waits, and says so once. */
public final class PatientLedger {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Ledger ledger;
    private final Trouble trouble;
    private volatile boolean stopped;

    public PatientLedger(Ledger ledger, Trouble trouble) {
        this.ledger = ledger;
        this.trouble = trouble;
    }

    /**
     * As {@link Ledger#append}, after as many attempts as it takes.
     *
     * @throws StoppedException when the agent stops before it came off
     */
    public <T> T append(Function<LedgerState, Ledger.Step<T>> decision) {
        for (Duration pause = FIRST_PAUSE; ; pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE)) {
            long rings = ledger.bell().rings();
            try {
                T answer = ledger.append(decision);
                trouble.end("ledger");
                return answer;
            } catch (LedgerFullException e) {
                trouble.begin("ledger", e.getMessage());
            }
            if (stopped) {
                throw new StoppedException();
            }
            ledger.bell().await(rings, pause);
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
    public Bell bell() {
        return ledger.bell();
    }

    /** Whether {@link #awaitRoom} would return at once. */
    public boolean hasRoom(long weightLimit) {
        return ledger.read(LedgerState::weight) < weightLimit;
    }

    /** Waits until so little is to be told that there is room for more, rather than lose any of it. */
    public void awaitRoom(long weightLimit) {
        while (true) {
            long rings = ledger.bell().rings();
            if (hasRoom(weightLimit)) {
                trouble.end("outbox");
                return;
            }
            if (stopped) {
                throw new StoppedException();
            }
            ledger.bell().await(rings, LONGEST_PAUSE);
            if (ledger.bell().rings() == rings) {
                trouble.begin("outbox", "Results of more than " + (weightLimit >> 20) + " MiB wait to be sent.");
            }
        }
    }

    /** Nobody waits any longer from now on. */
    public void stop() {
        stopped = true;
        ledger.bell().ring();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
