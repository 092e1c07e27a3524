package org.labcast.agent.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.labcast.agent.core.HostIdentity;
import org.labcast.agent.core.HostSecret;
import org.labcast.agent.ledger.AwaitedReceipt;
import org.labcast.agent.ledger.BlockingLedger;
import org.labcast.agent.ledger.Entry;
import org.labcast.agent.ledger.Ledger;
import org.labcast.agent.ledger.LedgerState;
import org.labcast.agent.ledger.Range;
import org.labcast.model.Bytes;
import org.labcast.model.OrderId;
import org.labcast.model.PublisherName;
import org.labcast.model.result.Receipt;
import org.labcast.model.result.Result;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.Signer;

/**
 * What waits for the broker's confirmation, and for the publisher's receipt where it gives receipts. It is the ledger's, so that a result is there from the moment at which the
 * thing that it tells of is recorded; nothing has to be kept in step.
 *
 * <p>A result's number and events are settled in the ledger before it is sent, so that one that is sent twice (because
 * the confirmation was lost) is the same result with the same duplicate id, which the broker
 * recognises; the publisher goes by job, host and number.
 */
public final class Outbox {
    /** A result is filled up to here; one event that is larger makes a larger result. */
    static final long RESULT_WEIGHT = 512 << 10;

    /**
     * So much may wait for receipts; what is older than the rest is then given up, as all results were when there were
     * no receipts: the broker has confirmed it.
     */
    static final long AWAITED_WEIGHT = 8 << 20;

    /** So much is sent in one transaction. */
    private static final long BATCH_WEIGHT = 4 << 20;

    private final BlockingLedger ledger;
    private final HostIdentity identity;
    private final Signer signer;
    private final HostSecret secret;
    private final Clock clock;
    private final ResendSchedule resends;

    public Outbox(BlockingLedger ledger, HostIdentity identity, Signer signer, HostSecret secret, Clock clock) {
        this.ledger = ledger;
        this.identity = identity;
        this.signer = signer;
        this.secret = secret;
        this.clock = clock;
        this.resends = new ResendSchedule(share(secret), clock.instant());
    }

    private static double share(HostSecret secret) {
        return Integer.parseInt(secret.nameOf("resends").substring(0, 6), 16) / (double) (1 << 24);
    }

    /** A way to the broker has opened. */
    void connected() {
        resends.connected(clock.instant());
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
    Map<PublisherName, List<OutboundResult>> parcels() {
        return ledger.read(this::parcels);
    }

    private Map<PublisherName, List<OutboundResult>> parcels(LedgerState state) {
        Instant now = clock.instant();
        Map<PublisherName, List<OutboundResult>> parcels = new LinkedHashMap<>();
        state.unsentAlerts()
                .forEach(raised -> parcels.computeIfAbsent(raised.to(), to -> new ArrayList<>())
                        .add(OutboundResult.of(raised, secret)));
        state.unsentResults()
                .forEach(result -> parcels.computeIfAbsent(result.to(), to -> new ArrayList<>())
                        .add(
                                state.isReceipted(result)
                                        ? OutboundResult.receipted(result, 0, identity, secret, now)
                                        : OutboundResult.of(result, identity, secret)));
        resends.due(state.awaited(), now)
                .forEach(due -> parcels.computeIfAbsent(due.result().to(), to -> new ArrayList<>())
                        .add(OutboundResult.receipted(due.result(), due.copies(), identity, secret, now)));
        return parcels;
    }

    /** The first of them, as many as go into one transaction, one at least. */
    static List<OutboundResult> batch(List<OutboundResult> outbounds) {
        long weight = 0;
        List<OutboundResult> batch = new ArrayList<>();
        for (OutboundResult outbound : outbounds) {
            weight += outbound.weight();
            if (!batch.isEmpty() && weight > BATCH_WEIGHT) {
                break;
            }
            batch.add(outbound);
        }
        return batch;
    }

    SignedMessage sign(OutboundResult outbound) {
        Bytes payload = Codec.write(outbound.message());
        return new SignedMessage(payload, signer.sign(payload));
    }

    void confirmed(List<OutboundResult> sent) {
        ledger.append(sent.stream().map(OutboundResult::whenSent).toArray(Entry[]::new));
        sent.forEach(outbound -> {
            if (outbound.message() instanceof Result result) {
                resends.sent(result.job(), result.number());
            }
        });
    }

    /** Whether nothing waits to be sent, for the first time or again. */
    boolean idle() {
        return ledger.read(state ->
                state.quiet() && resends.due(state.awaited(), clock.instant()).isEmpty());
    }

    /** How long until something is to be sent again, if nothing happens. */
    Duration untilNext(Duration longest) {
        return ledger.read(state -> resends.untilNext(state.awaited(), clock.instant(), longest));
    }

    /** Gives up what has waited too long for a receipt, or weighs too much. */
    void giveUp() {
        ledger.append(state -> {
            List<Entry> overdue = List.copyOf(state.overdue(clock.instant(), AWAITED_WEIGHT));
            return new Ledger.Step<>(overdue, overdue.size());
        });
    }

    /** The publisher holds these results of a job, and no others. */
    void received(Receipt.Held held) {
        OrderId job = held.job();
        ledger.append(state -> {
            List<AwaitedReceipt> awaited = state.awaited(job);
            resends.want(awaited.stream()
                    .filter(each -> !held.holds(each.result().number()))
                    .toList());
            boolean news = Stream.concat(
                            awaited.stream().map(AwaitedReceipt::result), state.unsentResults(job).stream())
                    .anyMatch(result -> held.holds(result.number()));
            List<Range> numbers = held.numbers().stream()
                    .map(run -> new Range(run.first(), run.last()))
                    .toList();
            return news ? Ledger.Step.of(true, new Entry.ResultsReleased(job, numbers)) : Ledger.Step.of(false);
        });
    }
}
