package org.labcast.agent.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/** So many reports of refusals a minute and no more, lest a flood of forgeries become a flood of reports. */
public final class ReportBudget {
    private static final int MOST = 10;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Clock clock;
    private final Deque<Instant> granted = new ArrayDeque<>();
    private long dropped;

    public ReportBudget(Clock clock) {
        this.clock = clock;
    }

    /** @return how many reports were dropped since the last one that was granted; empty when this one is to be dropped */
    public OptionalLong ask() {
        Instant now = clock.instant();
        granted.removeIf(at -> at.isAfter(now) || Duration.between(at, now).compareTo(WINDOW) >= 0);
        if (granted.size() >= MOST) {
            dropped++;
            return OptionalLong.empty();
        }
        granted.add(now);
        long before = dropped;
        dropped = 0;
        return OptionalLong.of(before);
    }
}
