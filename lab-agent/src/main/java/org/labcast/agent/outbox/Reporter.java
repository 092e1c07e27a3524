package org.labcast.agent.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labcast.agent.core.HealthStatus;
import org.labcast.agent.core.StoppedException;
import org.labcast.agent.ledger.Ledger;
import org.labcast.agent.ledger.LedgerFullException;
import org.labcast.agent.ledger.LedgerState;
import org.labcast.model.PublisherName;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.BusException;
import org.labcast.transport.jms.OutboundMessage;

/** Sends what waits in the outbox: at once what somebody waits for, the course of a running job once a second. */
public final class Reporter implements Runnable {
    private static final Duration PACE = Duration.ofSeconds(1);
    private static final Duration IDLE = Duration.ofHours(1);
    /** A publisher's queue that is full or gone is tried again after so long; the others' results go on meanwhile. */
    private static final Duration SULK = Duration.ofSeconds(30);

    private final Ledger ledger;
    private final Outbox outbox;
    private final BrokerSender broker;
    private final HealthStatus health;
    private final Clock clock;
    private final Map<PublisherName, Instant> refusedUntil = new HashMap<>();
    private Instant lastSent = Instant.EPOCH;
    private BrokerSender.@Nullable Sender known;
    private volatile boolean stopped;

    public Reporter(Ledger ledger, Outbox outbox, BrokerSender broker, HealthStatus health, Clock clock) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.broker = broker;
        this.health = health;
        this.clock = clock;
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                long rings = ledger.signal().rings();
                ledger.signal().await(rings, step());
            }
            sendAll();
        } catch (StoppedException e) {
            // What was not sent is in the ledger, and is sent after the next start.
        }
    }

    /** Sends what waits once more and ends. */
    public void stop() {
        stopped = true;
        ledger.signal().ring();
    }

    /** Sends what is due and says how long to wait unless something happens. */
    Duration step() {
        noticeNewWay();
        if (outbox.idle()) {
            outbox.giveUp();
            compact();
            return outbox.untilNext(IDLE);
        }
        Duration sinceLast = Duration.between(lastSent, clock.instant());
        boolean early = !sinceLast.isNegative() && sinceLast.compareTo(PACE) < 0;
        if (early && !ledger.read(LedgerState::urgent)) {
            return PACE.minus(sinceLast);
        }
        return sendAll() ? IDLE : SULK;
    }

    private void noticeNewWay() {
        BrokerSender.Sender way = broker.sender().orElse(known);
        if (way != known) {
            known = way;
            outbox.connected();
        }
    }

    /** @return whether everything went that can go now */
    private boolean sendAll() {
        if (broker.sender().isEmpty()) {
            return true;
        }
        outbox.settle();
        boolean all = true;
        for (Map.Entry<PublisherName, List<OutboundResult>> parcels :
                outbox.parcels().entrySet()) {
            Instant now = clock.instant();
            if (now.isBefore(refusedUntil.getOrDefault(parcels.getKey(), Instant.MIN))) {
                all = false;
            } else {
                all &= send(parcels.getKey(), parcels.getValue());
            }
        }
        lastSent = clock.instant();
        return all;
    }

    private boolean send(PublisherName to, List<OutboundResult> outbounds) {
        List<OutboundResult> left = new ArrayList<>(outbounds);
        while (!left.isEmpty()) {
            List<OutboundResult> batch = Outbox.batch(left);
            if (!send(to, broker.sender(), batch)) {
                return false;
            }
            outbox.confirmed(batch);
            left.subList(0, batch.size()).clear();
        }
        health.end("results for " + to);
        return true;
    }

    private boolean send(PublisherName to, Optional<BrokerSender.Sender> sender, List<OutboundResult> batch) {
        try {
            List<OutboundMessage> messages = batch.stream()
                    .map(outbound -> OutboundMessage.toQueue(Addresses.results(to), outbox.sign(outbound))
                            .withDuplicateId(outbound.name()))
                    .toList();
            sender.ifPresent(way -> way.post(messages));
            return sender.isPresent();
        } catch (BusException e) {
            failed(to, e);
            return false;
        }
    }

    private void failed(PublisherName to, BusException e) {
        switch (e.fault()) {
            case NO_SUCH_ADDRESS, NOT_PERMITTED, FULL, REFUSED, OTHER -> {
                refusedUntil.put(to, clock.instant().plus(SULK));
                health.begin("results for " + to, e.getMessage());
            }
            default -> broker.failed(e);
        }
    }

    private void compact() {
        try {
            ledger.compactIfLarge(clock.instant());
        } catch (LedgerFullException e) {
            health.begin("compaction", e.getMessage());
        }
    }
}
