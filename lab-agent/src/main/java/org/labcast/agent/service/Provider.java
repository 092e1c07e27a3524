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
    private final PortOffers offers;
    private final CallRegistry.Staff staff;
    private final HealthReporter reporter;
    private final Clock clock;
    private Optional<ProviderSession> desk = Optional.empty();
    private volatile boolean stopped;

    Provider(PortOffers offers, CallRegistry.Staff staff, HealthReporter reporter, Clock clock) {
        this.offers = offers;
        this.staff = staff;
        this.reporter = reporter;
        this.clock = clock;
    }

    @Override
    public void run() {
        while (!stopped) {
            long rings = offers.signal().rings();
            desk().ifPresent(this::offer);
            offers.signal().await(rings, staff.timeouts().lease());
        }
        Duration longest =
                staff.timeouts().grace().plus(staff.timeouts().post()).plusSeconds(1);
        desk().ifPresent(open -> open.leave(longest));
    }

    private void offer(ProviderSession open) {
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
        reporter.tell(reasons);
    }

    private synchronized Optional<ProviderSession> desk() {
        return desk;
    }

    private synchronized void set(Optional<ProviderSession> now) {
        desk = now;
    }

    /** Serves callers over a new connection, until the guest is dismissed: then whatever runs for them is ended. */
    Guest serve(BusConnection connection) {
        ProviderSession opened = new ProviderSession(connection, staff, clock);
        set(Optional.of(opened));
        offers.signal().ring();
        return () -> {
            set(Optional.empty());
            opened.close();
        };
    }

    void stop() {
        stopped = true;
        offers.signal().ring();
    }
}
