package org.labcast.agent.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.labcast.agent.ledger.AwaitedReceipt;
import org.labcast.agent.ledger.NumberedResult;
import org.labcast.model.OrderId;

/**
 * When a result that was sent and has no receipt is sent again. A publisher may be away for days, and its queue keeps what
 * was sent: so the pauses grow, from ten minutes to a week, which makes about a dozen copies in a month. A new connection
 * shortens them, since another broker may be behind it; a publisher that says that it lacks the result has it within a
 * minute.
 */
final class ResendSchedule {
    private static final Duration FIRST = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofDays(7);
    /** What was sent so recently may still be on its way. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(1);
    /** Over so long the hosts of a lab spread what they send after their broker has come back. */
    private static final Duration SPREAD = Duration.ofMinutes(10);

    private static final int SHORTER = 4;

    private record Name(OrderId order, long number) {
        static Name of(NumberedResult result) {
            return new Name(result.order(), result.number());
        }
    }

    private final Duration spread;
    private final Set<Name> wanted = new HashSet<>();
    private Instant connected;

    /**
     * @param share of the time over which a lab spreads its resends, 0 to 1, another one on each host
     * @param now when the agent starts
     */
    ResendSchedule(double share, Instant now) {
        this.spread = Duration.ofMillis((long) (share * SPREAD.toMillis()));
        this.connected = now;
    }

    synchronized void connected(Instant now) {
        connected = now;
    }

    /** The publisher says that it lacks these. */
    synchronized void want(List<AwaitedReceipt> lacking) {
        lacking.forEach(each -> wanted.add(Name.of(each.result())));
    }

    /** Those whose time has come. */
    synchronized List<AwaitedReceipt> due(List<AwaitedReceipt> awaited, Instant now) {
        return awaited.stream().filter(each -> !dueAt(each, now).isAfter(now)).toList();
    }

    /** How long from now until the first of them is due. */
    synchronized Duration untilNext(List<AwaitedReceipt> awaited, Instant now, Duration longest) {
        return awaited.stream()
                .map(each -> Duration.between(now, dueAt(each, now)))
                .min(Comparator.naturalOrder())
                .filter(wait -> wait.compareTo(longest) < 0)
                .orElse(longest);
    }

    synchronized void sent(OrderId order, long number) {
        wanted.remove(new Name(order, number));
    }

    private Instant dueAt(AwaitedReceipt each, Instant now) {
        // A clock that was put back must not put off what was sent before.
        Instant sent = each.sent().isAfter(now.plus(UNDER_WAY)) ? connected : each.sent();
        if (wanted.contains(Name.of(each.result()))) {
            return sent.plus(UNDER_WAY);
        }
        Duration pause = pause(each.copies());
        Instant due = sent.isBefore(connected) ? sent.plus(pause.dividedBy(SHORTER)) : sent.plus(pause);
        Instant earliest = connected.plus(UNDER_WAY).plus(spread);
        return due.isBefore(earliest) ? earliest : due;
    }

    private static Duration pause(int copies) {
        Duration pause = FIRST;
        for (int copy = 1; copy < copies && pause.compareTo(LONGEST) < 0; copy++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
