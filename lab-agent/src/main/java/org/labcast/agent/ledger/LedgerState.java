package org.labcast.agent.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.labcast.model.Bytes;
import org.labcast.model.OrderId;
import org.labcast.model.PublisherName;
import org.labcast.model.order.Header;
import org.labcast.model.result.CancelPoint;
import org.labcast.model.result.Event;
import org.labcast.model.result.Outcome;

/**
 * What the entries of a ledger come to: a pure fold over them. It touches no clock and no disk, so that replaying the
 * same entries always gives the same state.
 */
public final class LedgerState {
    /** An order's id and its result numbers are remembered for so long after it has expired. */
    static final Duration MEMORY = Duration.ofDays(30);

    private final TakenNumbers numbers = new TakenNumbers();
    private final Map<OrderId, ResultStream> streams = new HashMap<>();
    private final Map<OrderId, JobRecord> jobs = new LinkedHashMap<>();
    private final Map<OrderId, Entry.FetchTaken> fetches = new LinkedHashMap<>();
    /** Cancelled before they came, and until when that holds. */
    private final Map<OrderId, Instant> cancelledUnseen = new HashMap<>();

    private final Map<OrderId, Entry.AlertRaised> alerts = new LinkedHashMap<>();

    private Optional<OrderId> lastEnded = Optional.empty();

    /** What is known of an order. */
    public enum Standing {
        /** Neither its id nor its number was taken. */
        NEW,
        /** Exactly this order was taken and is not done yet. */
        IN_HAND,
        /** Exactly this order was taken and is done. */
        OVER,
        /** Its id or number belongs to another order. */
        USED_UP
    }

    /** What a host knows that has taken nothing yet. */
    public static LedgerState empty() {
        return new LedgerState();
    }

    void apply(Entry entry) {
        if (entry instanceof Entry.Taken taken) {
            take(taken);
        } else if (entry instanceof Entry.JobStarted started) {
            advance(started.order(), JobRecord::start, new Event.Started(started.at()));
        } else if (entry instanceof Entry.AttemptStarted attempt) {
            jobs.computeIfPresent(attempt.order(), (id, job) -> job.attempt(attempt));
        } else if (entry instanceof Entry.AttemptEnded ended) {
            jobs.computeIfPresent(ended.order(), (id, job) -> job.earlier(ended.attempt()));
        } else if (entry instanceof Entry.RebootAsked asked) {
            jobs.computeIfPresent(asked.order(), (id, job) -> job.reboot(asked.boot()));
        } else if (entry instanceof Entry.FileEnded ended) {
            jobs.computeIfPresent(ended.order(), (id, job) -> job.endFile());
        } else if (entry instanceof Entry.TaskEnded ended) {
            Outcome outcome = ended.outcome();
            advance(ended.order(), job -> job.end(outcome.state()), new Event.TaskDone(outcome));
        } else if (entry instanceof Entry.JobEnded ended) {
            lastEnded = Optional.of(ended.order());
            advance(ended.order(), job -> null, new Event.Finished(ended.at(), ended.end()));
        } else if (entry instanceof Entry.JobDropped dropped) {
            Event last = new Event.Refused(dropped.at(), dropped.reason(), dropped.explanation());
            advance(dropped.order(), job -> null, last);
        } else if (entry instanceof Entry.FetchAnswered answered) {
            stream(answered.order()).add(answered.to(), answered.piece());
        } else if (entry instanceof Entry.FetchEnded ended) {
            fetches.remove(ended.order());
        } else {
            applyToMail(entry);
        }
    }

    private void applyToMail(Entry entry) {
        if (entry instanceof Entry.OrderRefused refused) {
            Header header = refused.header();
            ResultStream stream = stream(header.id());
            stream.refuse(refused.digest());
            receipted(stream, header, 0);
            stream.rememberUntil(refused.at().plus(MEMORY));
            stream.add(header.replyTo(), new Event.Refused(refused.at(), refused.reason(), refused.explanation()));
        } else if (entry instanceof Entry.AlertRaised raised) {
            alerts.put(raised.alert().id(), raised);
        } else if (entry instanceof Entry.AlertSent sent) {
            alerts.remove(sent.alert());
        } else if (entry instanceof Entry.ResultNumbered numbered) {
            stream(numbered.order()).number(numbered);
        } else if (entry instanceof Entry.ResultSent sent) {
            stream(sent.order()).sent(sent.number());
        } else if (entry instanceof Entry.ResultConfirmed confirmed) {
            stream(confirmed.order()).confirmed(confirmed);
        } else if (entry instanceof Entry.ResultsReleased released) {
            stream(released.order()).release(released.numbers());
        } else if (entry instanceof Entry.NumbersTaken taken) {
            numbers.add(taken);
        } else if (entry instanceof Entry.OrderRemembered remembered) {
            stream(remembered.order()).restore(remembered);
        }
    }

    private void take(Entry.Taken taken) {
        Header header = taken.header();
        numbers.add(header);
        stream(header.id()).take(taken.digest());
        stream(header.id()).rememberUntil(header.expires().plus(MEMORY));
        if (taken instanceof Entry.JobAccepted job) {
            receipted(stream(header.id()), header, job.payload().size());
            jobs.put(header.id(), JobRecord.of(header, cancelledUnseen.remove(header.id()) != null));
            tell(header.id(), header.replyTo(), new Event.Accepted(job.at()));
        } else if (taken instanceof Entry.CancelTaken cancel) {
            cancel(cancel);
        } else if (taken instanceof Entry.PingTaken ping) {
            tell(header.id(), header.replyTo(), new Event.Pong(ping.at()));
        } else if (taken instanceof Entry.FetchTaken fetch) {
            fetches.put(header.id(), fetch);
        }
    }

    private static void receipted(ResultStream stream, Header header, long weight) {
        header.receipts().ifPresent(certificate -> stream.receipted(header.replyTo(), certificate, weight));
    }

    private void cancel(Entry.CancelTaken cancel) {
        Header header = cancel.header();
        jobs.computeIfPresent(cancel.job(), (id, job) -> job.cancel());
        if (cancel.point() == CancelPoint.UNSEEN) {
            cancelledUnseen.put(cancel.job(), header.expires());
            stream(cancel.job()).rememberUntil(header.expires().plus(MEMORY));
        }
        tell(cancel.job(), header.replyTo(), new Event.CancelSeen(cancel.at(), header.id(), cancel.point()));
    }

    /** Moves a job that has not ended on, to its end when the step gives null, and tells its publisher. */
    private void advance(OrderId id, Function<JobRecord, @Nullable JobRecord> step, Event event) {
        jobs.computeIfPresent(id, (same, job) -> {
            tell(id, job.header().replyTo(), event);
            return step.apply(job);
        });
    }

    private void tell(OrderId order, PublisherName to, Event event) {
        stream(order).add(to, event);
    }

    private ResultStream stream(OrderId id) {
        return streams.computeIfAbsent(id, ResultStream::new);
    }

    /** Judges an order that carries this header and has this payload digest. */
    public Standing standing(Header header, String digest) {
        ResultStream known = streams.get(header.id());
        if (known == null || !known.taken()) {
            return numbers.contains(header) ? Standing.USED_UP : Standing.NEW;
        }
        if (!known.digest().equals(digest)) {
            return Standing.USED_UP;
        }
        boolean open = jobs.containsKey(header.id()) || fetches.containsKey(header.id());
        return open ? Standing.IN_HAND : Standing.OVER;
    }

    /** Whether it was told already that a copy of an order came after the order was taken. */
    public boolean isCopyTold(OrderId order) {
        ResultStream known = streams.get(order);
        return known != null && known.copyTold();
    }

    /** Where a cancellation that comes now meets its job. */
    public CancelPoint cancelPoint(OrderId job) {
        JobRecord open = jobs.get(job);
        if (open != null) {
            return open.started() ? CancelPoint.WHILE : CancelPoint.BEFORE;
        }
        ResultStream known = streams.get(job);
        return known != null && known.taken() ? CancelPoint.AFTER : CancelPoint.UNSEEN;
    }

    /** Whether a job that is not known yet was cancelled already. */
    public boolean isCancelled(OrderId unseen) {
        return cancelledUnseen.containsKey(unseen);
    }

    public Optional<JobRecord> job(OrderId id) {
        return Optional.ofNullable(jobs.get(id));
    }

    /** Jobs that have not ended, in the order in which they are to run: the one under way, then the oldest first. */
    public List<JobRecord> jobs() {
        return jobs.values().stream()
                .sorted(Comparator.comparing((JobRecord job) -> !job.started())
                        .thenComparing(job -> job.header().created())
                        .thenComparing(job -> job.header().sequence())
                        .thenComparing(JobRecord::id))
                .toList();
    }

    /** Fetches that are not answered completely, oldest first. */
    public List<Entry.FetchTaken> fetches() {
        return List.copyOf(fetches.values());
    }

    /** Entries that settle the number and content of every result that could be made of what waits to be told. */
    public List<Entry.ResultNumbered> nextResults(long weightLimit, Instant now) {
        return streams.values().stream()
                .flatMap(stream -> stream.next(weightLimit, now).stream())
                .toList();
    }

    /** Results to be sent, in the order of their numbers for each order. */
    public List<NumberedResult> unsentResults() {
        return streams.values().stream()
                .flatMap(stream -> stream.unsent().stream())
                .toList();
    }

    /** Whether the result is to be kept, once sent, until its publisher gives a receipt. */
    public boolean isReceipted(NumberedResult result) {
        return Optional.ofNullable(streams.get(result.order()))
                .filter(stream -> stream.isReceipted(result.to()))
                .isPresent();
    }

    /** Results that were sent and are kept until their publisher gives a receipt. */
    public List<AwaitedReceipt> awaited() {
        return streams.values().stream()
                .flatMap(stream -> stream.awaited().stream())
                .toList();
    }

    /** As {@link #awaited()}, of one order. */
    public List<AwaitedReceipt> awaited(OrderId order) {
        ResultStream known = streams.get(order);
        return known == null ? List.of() : List.copyOf(known.awaited());
    }

    /** As {@link #unsentResults()}, of one order. */
    public List<NumberedResult> unsentResults(OrderId order) {
        ResultStream known = streams.get(order);
        return known == null ? List.of() : known.unsent();
    }

    /** Orders of which a result is kept. */
    public Set<OrderId> awaitedOrders() {
        return awaited().stream().map(each -> each.result().order()).collect(Collectors.toSet());
    }

    /** The certificate of the key that signs receipts for an order's results; empty when there are none. */
    public Optional<Bytes> receipts(OrderId order) {
        return Optional.ofNullable(streams.get(order)).flatMap(ResultStream::receipts);
    }

    /**
     * What to keep no longer although no receipt has come: what is too old, and the oldest of what weighs too much.
     *
     * @param most bytes that may be kept
     */
    public List<Entry.ResultsReleased> overdue(Instant now, long most) {
        List<Entry.ResultsReleased> released = new ArrayList<>();
        long weight =
                streams.values().stream().mapToLong(ResultStream::awaitedWeight).sum();
        List<ResultStream> oldestFirst = streams.values().stream()
                .filter(stream -> !stream.awaited().isEmpty())
                .sorted(Comparator.comparing(ResultStream::lastSent))
                .toList();
        for (ResultStream stream : oldestFirst) {
            if (weight > most || !now.isBefore(stream.until())) {
                weight -= stream.awaitedWeight();
                released.add(stream.released());
            }
        }
        return released;
    }

    public List<Entry.AlertRaised> unsentAlerts() {
        return List.copyOf(alerts.values());
    }

    /** How many results and alerts wait for confirmation, or to become part of a result. */
    public int unsent() {
        return alerts.size()
                + streams.values().stream().mapToInt(ResultStream::size).sum();
    }

    /** The job that ended last, as far back as the ledger goes. */
    public Optional<OrderId> lastEnded() {
        return lastEnded;
    }

    /** Whether something waits that should be told at once, not with the next batch. */
    public boolean urgent() {
        return !alerts.isEmpty() || streams.values().stream().anyMatch(ResultStream::urgent);
    }

    /** Whether anything waits to be told or confirmed. */
    public boolean quiet() {
        return alerts.isEmpty() && streams.values().stream().allMatch(ResultStream::quiet);
    }

    /** About how many bytes wait to be told or confirmed. */
    public long weight() {
        return streams.values().stream().mapToLong(ResultStream::weight).sum();
    }

    /** Whether the entry still matters in itself, beyond what {@link #memory} says. */
    boolean isLive(Entry entry, Instant now) {
        if (entry instanceof Entry.AlertRaised raised) {
            return alerts.containsKey(raised.alert().id());
        }
        return entry instanceof Entry.OfOrder about && isLive(about.order(), now);
    }

    private boolean isLive(OrderId order, Instant now) {
        ResultStream known = streams.get(order);
        Instant cancelledUntil = cancelledUnseen.getOrDefault(order, Instant.MIN);
        return (known != null && !known.over())
                || jobs.containsKey(order)
                || fetches.containsKey(order)
                || now.isBefore(cancelledUntil);
    }

    /** Entries that keep what must outlive the orders: numbers for ever, ids and result numbers for a while. */
    List<Entry> memory(Instant now) {
        List<Entry> memory = new ArrayList<>(numbers.entries().toList());
        streams.forEach((id, stream) -> {
            if (!isLive(id, now) && now.isBefore(stream.until())) {
                memory.add(stream.remembered());
            }
        });
        return memory;
    }
}
