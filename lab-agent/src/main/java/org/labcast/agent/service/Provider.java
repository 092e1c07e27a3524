package org.labcast.agent.service;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.labcast.agent.link.LinkListener.Guest;
import org.labcast.transport.jms.BusConnection;

/** Offers what is installed on this host for as long as there is a way to the broker, and serves those who call it. */
final class Provider implements Runnable {
    private final Offers offers;
    private final CallBook.Staff staff;
    private final Complaints complaints;
    private final Clock clock;
    private Optional<CallDesk> desk = Optional.empty();
    private volatile boolean stopped;

    Provider(Offers offers, CallBook.Staff staff, Complaints complaints, Clock clock) {
        this.offers = offers;
        this.staff = staff;
        this.complaints = complaints;
        this.clock = clock;
    }

    @Override
    public void run() {
        while (!stopped) {
            long rings = offers.bell().rings();
            desk().ifPresent(this::offer);
            offers.bell().await(rings, staff.pace().lease());
        }
        Duration longest = staff.pace().grace().plus(staff.pace().post()).plusSeconds(1);
        desk().ifPresent(open -> open.leave(longest));
    }

    private void offer(CallDesk open) {
        Map<String, String> reasons = new TreeMap<>();
        List<Offer> ready = new ArrayList<>();
        for (Offer offer : offers.all()) {
            offer.missing().stream()
                    .findFirst()
                    .ifPresentOrElse(
                            program -> reasons.put(
                                    "service " + offer.name(),
                                    offer.name() + " is not offered: " + program + " is gone or may not be executed."),
                            () -> ready.add(offer));
        }
        reasons.putAll(open.offer(ready));
        complaints.tell(reasons);
    }

    private synchronized Optional<CallDesk> desk() {
        return desk;
    }

    private synchronized void set(Optional<CallDesk> now) {
        desk = now;
    }

    /** Serves callers over a new connection, until the guest is dismissed: then whatever runs for them is ended. */
    Guest serve(BusConnection connection) {
        CallDesk opened = new CallDesk(connection, staff, clock);
        set(Optional.of(opened));
        offers.bell().ring();
        return () -> {
            set(Optional.empty());
            opened.close();
        };
    }

    void stop() {
        stopped = true;
        offers.bell().ring();
    }
}
