package org.labcast.agent.intake;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;
import org.labcast.agent.core.HostIdentity;
import org.labcast.agent.ledger.BlockingLedger;
import org.labcast.agent.ledger.Entry;
import org.labcast.agent.ledger.Ledger;
import org.labcast.agent.ledger.LedgerState;
import org.labcast.model.OrderId;
import org.labcast.model.PublisherName;
import org.labcast.model.order.Cancel;
import org.labcast.model.order.Fetch;
import org.labcast.model.order.Header;
import org.labcast.model.order.Job;
import org.labcast.model.order.Order;
import org.labcast.model.result.Alert;
import org.labcast.model.result.CancelPoint;
import org.labcast.model.result.JobEnd;
import org.labcast.model.result.Refusal;
import org.labcast.text.Printable;
import org.labcast.transport.jms.Incoming;
import org.labcast.transport.jms.Receiver;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.pgp.Verified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes orders in: when {@link #receive} returns, the order is in the ledger or was refused, and may be acknowledged. */
public final class OrderReceiver implements Receiver {
    private static final Logger LOG = LoggerFactory.getLogger(OrderReceiver.class);

    private final MessageAuthorizer authorizer;
    private final BlockingLedger ledger;
    private final CurrentJob current;
    private final HostIdentity identity;
    private final PublisherName alertsTo;
    private final Clock clock;
    private final ReportBudget budget;

    public OrderReceiver(
            MessageAuthorizer authorizer,
            BlockingLedger ledger,
            CurrentJob current,
            HostIdentity identity,
            PublisherName alertsTo,
            Clock clock) {
        this.authorizer = authorizer;
        this.ledger = ledger;
        this.current = current;
        this.identity = identity;
        this.alertsTo = alertsTo;
        this.clock = clock;
        this.budget = new ReportBudget(clock);
    }

    @Override
    public void receive(Incoming incoming) {
        if (incoming instanceof Incoming.Malformed malformed) {
            alert(new Authorization.Suspect("", Refusal.MALFORMED, malformed.problem()));
        } else if (incoming instanceof Incoming.Arrived arrived) {
            receive(arrived.message());
        }
    }

    void receive(SignedMessage message) {
        Authorization authorization = authorizer.judge(message);
        if (authorization instanceof Authorization.Passed passed) {
            take(passed.order(), message);
        } else if (authorization instanceof Authorization.Declined declined) {
            decline(declined);
        } else if (authorization instanceof Authorization.Suspect suspect) {
            alert(suspect);
        }
    }

    private void take(Verified<Order> order, SignedMessage message) {
        Header header = order.value().header();
        // Before it is recorded, which may have to wait: the job may be the one that fills the disk.
        boolean reached = order.value() instanceof Cancel cancel && current.cancel(cancel.job());
        LedgerState.Standing standing = ledger.append(state -> {
            LedgerState.Standing found = state.standing(header, order.digest());
            boolean taken = found == LedgerState.Standing.NEW;
            return new Ledger.Step<>(taken ? entries(state, order, message, reached) : List.of(), found);
        });
        switch (standing) {
            case NEW -> LOG.info("took {} {} of {}", kind(order.value()), header.id(), header.replyTo());
            case IN_HAND -> LOG.info("{} {} came once more, it is in hand", kind(order.value()), header.id());
            case OVER -> again(header, order.digest());
            case USED_UP ->
                decline(new Authorization.Declined(
                        header,
                        order.digest(),
                        Refusal.REPLAYED,
                        "its id or its number " + header.sequence() + " was taken before"));
        }
    }

    private List<Entry> entries(LedgerState state, Verified<Order> verified, SignedMessage message, boolean reached) {
        Order order = verified.value();
        Header header = order.header();
        var now = clock.instant();
        if (order instanceof Job) {
            Entry accepted = new Entry.JobAccepted(now, header, message.payload(), message.signature());
            return state.isCancelled(header.id())
                    ? List.of(accepted, new Entry.JobEnded(header.id(), now, JobEnd.CANCELLED))
                    : List.of(accepted);
        } else if (order instanceof Cancel cancel) {
            CancelPoint point = reached ? CancelPoint.WHILE : state.cancelPoint(cancel.job());
            Entry taken = new Entry.CancelTaken(now, header, verified.digest(), cancel.job(), point);
            return point == CancelPoint.BEFORE
                    ? List.of(taken, new Entry.JobEnded(cancel.job(), now, JobEnd.CANCELLED))
                    : List.of(taken);
        } else if (order instanceof Fetch fetch) {
            return List.of(new Entry.FetchTaken(now, header, verified.digest(), fetch.job(), fetch.task()));
        }
        return List.of(new Entry.PingTaken(now, header, verified.digest()));
    }

    /**
     * A copy after the end. Mostly the broker did not learn that the order was taken, because the connection broke; a
     * replay looks the same. It does nothing either way, so it is told once and then no more.
     */
    private void again(Header header, String digest) {
        LOG.info("{} came once more after its end and is not done again", header.id());
        Entry told = new Entry.OrderRefused(
                clock.instant(),
                header,
                digest,
                Refusal.REPLAYED,
                "it came once more after its end and was not done again; after a broken connection that is normal");
        ledger.append(state -> state.isCopyTold(header.id()) ? Ledger.Step.of(false) : Ledger.Step.of(true, told));
    }

    private void decline(Authorization.Declined declined) {
        Header header = declined.header();
        LOG.warn("refused order {} of {}: {}", header.id(), header.signer(), declined.explanation());
        report(
                declined.explanation(),
                explanation -> new Entry.OrderRefused(
                        clock.instant(), header, declined.digest(), declined.reason(), explanation));
    }

    private void alert(Authorization.Suspect suspect) {
        String shown = Printable.of(suspect.explanation());
        LOG.warn("refused a message ({}, payload SHA-256 {}): {}", suspect.reason(), suspect.digest(), shown);
        report(
                shown,
                explanation -> new Entry.AlertRaised(
                        alertsTo,
                        new Alert(
                                identity.realm(),
                                identity.host(),
                                OrderId.random(),
                                clock.instant(),
                                suspect.reason(),
                                explanation,
                                suspect.digest())));
    }

    private void report(String explanation, Function<String, Entry> entry) {
        OptionalLong dropped = budget.ask();
        if (dropped.isPresent()) {
            String more = dropped.getAsLong() == 0 ? "" : " (" + dropped.getAsLong() + " more were not reported)";
            ledger.append(entry.apply(explanation + more));
        }
    }

    private static String kind(Order order) {
        return order.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
