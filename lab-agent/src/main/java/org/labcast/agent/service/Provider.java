package org.labcast.agent.service;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.labcast.agent.Trouble;
import org.labcast.agent.link.LinkListener.Guest;
import org.labcast.transport.jms.BusConnection;

/** Offers what is installed on this host for as long as there is a way to the broker, and serves those who call it. */
final class Provider implements Runnable {
    private final Offers offers;
    private final CallBook.Staff staff;
    private final Trouble trouble;
    private final Clock clock;
    private Optional<CallDesk> desk = Optional.empty();
    private volatile boolean stopped;

    Provider(Offers offers, CallBook.Staff staff, Trouble trouble, Clock clock) {
        this.offers = offers;
        this.staff = staff;
        this.trouble = trouble;
        this.clock = clock;
    }

    @Override
    public void run() {
        while (!stopped) {
            long rings = offers.bell().rings();
            List<Offer> ready = offers.all().stream().filter(this::isReady).toList();
            desk().ifPresent(open -> open.offer(ready));
            offers.bell().await(rings, staff.pace().lease());
        }
        Duration longest = staff.pace().grace().plus(staff.pace().post()).plusSeconds(1);
        desk().ifPresent(open -> open.leave(longest));
    }

    private boolean isReady(Offer offer) {
        String area = "service " + offer.name();
        Optional<String> missing = offer.missing().stream().findFirst();
        missing.ifPresentOrElse(
                program -> trouble.begin(
                        area, offer.name() + " is not offered, for " + program + " is gone or may not be executed."),
                () -> trouble.end(area));
        return missing.isEmpty();
    }

    private synchronized Optional<CallDesk> desk() {
        return desk;
    }

    private synchronized void set(Optional<CallDesk> now) {
        desk = now;
    }

    /** Serves callers over a new connection, until the guest is dismissed: then whatever runs for them is ended. */
    Guest serve(BusConnection connection) {
        CallDesk opened = new CallDesk(connection, staff, trouble, clock);
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
