package org.labcast.publisher.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.labcast.model.HostName;
import org.labcast.model.result.CancelPoint;
import org.labcast.model.result.Event;
import org.labcast.model.result.JobEnd;
import org.labcast.model.result.Outcome;
import org.labcast.model.result.Refusal;
import org.labcast.publisher.store.StoredResult;

/** The news of one host about one job, in whatever order they come. */
final class HostHistory {
    private final NavigableSet<Long> numbers = new TreeSet<>();
    private final SortedMap<Integer, Outcome> outcomes = new TreeMap<>();
    private boolean accepted;
    private boolean started;
    private final List<Event.Refused> refusals = new ArrayList<>();
    private Event.@Nullable Refused refused;
    private Event.@Nullable Finished finished;
    private @Nullable CancelPoint cancelled;
    /** Number of the result that brought the last word; all before it must have come too. */
    private long lastNumber;

    private Instant received = Instant.MIN;

    void add(StoredResult stored) {
        numbers.add(stored.result().number());
        received = stored.received().isAfter(received) ? stored.received() : received;
        for (Event event : stored.result().events()) {
            add(event, stored.result().number());
        }
    }

    private void add(Event event, long number) {
        if (event instanceof Event.Accepted) {
            accepted = true;
        } else if (event instanceof Event.Started) {
            started = true;
        } else if (event instanceof Event.TaskDone done) {
            outcomes.put(done.outcome().task(), done.outcome());
        } else if (event instanceof Event.CancelSeen seen) {
            // a second cancellation says AFTER of a job that the first one ended
            cancelled = cancelled == null || seen.point() != CancelPoint.AFTER ? seen.point() : cancelled;
        } else if (event instanceof Event.Finished end) {
            finished = end;
            lastNumber = number;
        } else if (event instanceof Event.Refused no) {
            refused = no;
            refusals.add(no);
        }
    }

    /**
     * Refusals that tell of somebody else's doing: the order's number was used before, or it came to a host that it is not
     * for. That a host has met its own job once more is no news: a broker delivers again what it does not know to be taken.
     */
    List<Event.Refused> alarms(boolean asked) {
        return refusals.stream()
                .filter(no -> (no.reason() == Refusal.REPLAYED && !isDeliveredAgain(no)) || isStranger(no, asked))
                .toList();
    }

    /** As agents say it of a job that they have done. */
    private boolean isDeliveredAgain(Event.Refused no) {
        return accepted && no.explanation().startsWith("it came once more after its end");
    }

    /** Whether all that the host has to say is that it was not meant. */
    boolean isStranger(boolean asked) {
        return !accepted && refusals.stream().anyMatch(no -> isStranger(no, asked));
    }

    private static boolean isStranger(Event.Refused no, boolean asked) {
        return !asked && no.reason() == Refusal.NOT_A_TARGET;
    }

    /** When the publisher took in the newest of it. */
    Instant received() {
        return received;
    }

    HostReport report(HostName host, Optional<LastSeen> lastSeen) {
        HostState state = state();
        return new HostReport(
                host,
                state,
                detail(state),
                Optional.ofNullable(cancelled),
                new ArrayList<>(outcomes.values()),
                lastSeen);
    }

    private HostState state() {
        if (finished != null) {
            return underWay() > 0 ? HostState.RUNNING : ended(finished.end());
        }
        if (cancelled == CancelPoint.BEFORE || cancelled == CancelPoint.UNSEEN) {
            return HostState.CANCELLED;
        }
        if (started || !outcomes.isEmpty()) {
            return HostState.RUNNING;
        }
        return refused != null && !accepted ? HostState.REFUSED : HostState.ACCEPTED;
    }

    private static HostState ended(JobEnd end) {
        return switch (end) {
            case DONE -> HostState.DONE;
            case STOPPED -> HostState.STOPPED;
            case CANCELLED -> HostState.CANCELLED;
            case EXPIRED -> HostState.REFUSED;
        };
    }

    /** How many results from before the host's last word have not come yet. */
    private long underWay() {
        return lastNumber - numbers.headSet(lastNumber, true).size();
    }

    private String detail(HostState state) {
        if (state == HostState.REFUSED) {
            return refused != null && finished == null
                    ? Phrases.of(refused.reason()) + ": " + refused.explanation()
                    : "its validity ended before its turn came";
        }
        if (finished != null && underWay() > 0) {
            return "it has finished; " + Phrases.count(underWay(), "result") + " still under way";
        }
        return cancelled == null ? "" : Phrases.cancelled(cancelled);
    }
}
