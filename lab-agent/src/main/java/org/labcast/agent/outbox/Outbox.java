package org.labcast.agent.outbox;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.labcast.agent.HostSecret;
import org.labcast.agent.Self;
import org.labcast.agent.ledger.Entry;
import org.labcast.agent.ledger.Ledger;
import org.labcast.agent.ledger.LedgerState;
import org.labcast.agent.ledger.PatientLedger;
import org.labcast.model.Bytes;
import org.labcast.model.PublisherName;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.Signer;

/**
 * What waits for the broker's confirmation. It is the ledger's, so that a result is there from the moment at which the
 * thing that it tells of is recorded; nothing has to be kept in step.
 *
 * <p>A result's number and events are settled in the ledger before it is sent, so that one that is sent twice (because
 * the confirmation was lost) is the same result with the same duplicate id, which the broker
 * recognises; the publisher goes by job, host and number.
 */
public final class Outbox {
    /** A result is filled up to here; one event that is larger makes a larger result. */
    static final long RESULT_WEIGHT = 512 << 10;

    /** So much is sent in one transaction. */
    private static final long BATCH_WEIGHT = 4 << 20;

    private final PatientLedger ledger;
    private final Self self;
    private final Signer signer;
    private final HostSecret secret;
    private final Clock clock;

    public Outbox(PatientLedger ledger, Self self, Signer signer, HostSecret secret, Clock clock) {
        this.ledger = ledger;
        this.self = self;
        this.signer = signer;
        this.secret = secret;
        this.clock = clock;
    }

    /** Makes results of all that waits to be told. */
    void settle() {
        boolean more = true;
        while (more) {
            more = ledger.append(state -> {
                List<Entry> next = List.copyOf(state.nextResults(RESULT_WEIGHT, clock.instant()));
                return new Ledger.Step<>(next, !next.isEmpty());
            });
        }
    }

    /** What waits for each publisher, in the order in which it is to be sent. */
    Map<PublisherName, List<Parcel>> parcels() {
        return ledger.read(this::parcels);
    }

    private Map<PublisherName, List<Parcel>> parcels(LedgerState state) {
        Map<PublisherName, List<Parcel>> parcels = new LinkedHashMap<>();
        state.unsentAlerts()
                .forEach(raised -> parcels.computeIfAbsent(raised.to(), to -> new ArrayList<>())
                        .add(Parcel.of(raised, secret)));
        state.unsentResults()
                .forEach(result -> parcels.computeIfAbsent(result.to(), to -> new ArrayList<>())
                        .add(Parcel.of(result, self, secret)));
        return parcels;
    }

    /** The first of them, as many as go into one transaction, one at least. */
    static List<Parcel> batch(List<Parcel> parcels) {
        long weight = 0;
        List<Parcel> batch = new ArrayList<>();
        for (Parcel parcel : parcels) {
            weight += parcel.weight();
            if (!batch.isEmpty() && weight > BATCH_WEIGHT) {
                break;
            }
            batch.add(parcel);
        }
        return batch;
    }

    SignedMessage sign(Parcel parcel) {
        Bytes payload = Codec.write(parcel.message());
        return new SignedMessage(payload, signer.sign(payload));
    }

    void confirmed(List<Parcel> sent) {
        ledger.append(sent.stream().map(Parcel::whenSent).toArray(Entry[]::new));
    }
}
