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
import org.labcast.agent.StoppedException;
import org.labcast.agent.Trouble;
import org.labcast.agent.ledger.Ledger;
import org.labcast.agent.ledger.LedgerFullException;
import org.labcast.agent.ledger.LedgerState;
import org.labcast.model.PublisherName;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.BusException;
import org.labcast.transport.jms.Posting;

/** Sends what waits in the outbox: at once what somebody waits for, the course of a running job once a second. */
public final class Reporter implements Runnable {
    private static final Duration PACE = Duration.ofSeconds(1);
    private static final Duration IDLE = Duration.ofHours(1);
    /** A publisher's queue that is full or gone is tried again after so long; the others' results go on meanwhile. */
    private static final Duration SULK = Duration.ofSeconds(30);

    private final Ledger ledger;
    private final Outbox outbox;
    private final Uplink uplink;
    private final Trouble trouble;
    private final Clock clock;
    private final Map<PublisherName, Instant> refusedUntil = new HashMap<>();
    private Instant lastSent = Instant.EPOCH;
    private Uplink.@Nullable Sender known;
    private volatile boolean stopped;

    public Reporter(Ledger ledger, Outbox outbox, Uplink uplink, Trouble trouble, Clock clock) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.uplink = uplink;
        this.trouble = trouble;
        this.clock = clock;
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                long rings = ledger.bell().rings();
                ledger.bell().await(rings, step());
            }
            sendAll();
        } catch (StoppedException e) {
            // What was not sent is in the ledger, and is sent after the next start.
        }
    }

    /** Sends what waits once more and ends. */
    public void stop() {
        stopped = true;
        ledger.bell().ring();
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
        Uplink.Sender way = uplink.sender().orElse(known);
        if (way != known) {
            known = way;
            outbox.connected();
        }
    }

    /** @return whether everything went that can go now */
    private boolean sendAll() {
        if (uplink.sender().isEmpty()) {
            return true;
        }
        outbox.settle();
        boolean all = true;
        for (Map.Entry<PublisherName, List<Parcel>> parcels : outbox.parcels().entrySet()) {
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

    private boolean send(PublisherName to, List<Parcel> parcels) {
        List<Parcel> left = new ArrayList<>(parcels);
        while (!left.isEmpty()) {
            List<Parcel> batch = Outbox.batch(left);
            if (!send(to, uplink.sender(), batch)) {
                return false;
            }
            outbox.confirmed(batch);
            left.subList(0, batch.size()).clear();
        }
        trouble.end("results for " + to);
        return true;
    }

    private boolean send(PublisherName to, Optional<Uplink.Sender> sender, List<Parcel> batch) {
        try {
            List<Posting> postings = batch.stream()
                    .map(parcel -> Posting.toQueue(Addresses.results(to), outbox.sign(parcel))
                            .withDuplicateId(parcel.name()))
                    .toList();
            sender.ifPresent(way -> way.post(postings));
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
                trouble.begin("results for " + to, e.getMessage());
            }
            default -> uplink.failed(e);
        }
    }

    private void compact() {
        try {
            ledger.compactIfLarge(clock.instant());
        } catch (LedgerFullException e) {
            trouble.begin("compaction", e.getMessage());
        }
    }
}
