package org.labcast.agent.ledger;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.labcast.model.Bytes;
import org.labcast.model.OrderId;
import org.labcast.model.PublisherName;
import org.labcast.model.result.Event;

/** What is known of one order besides its work: whether it was taken, and what is still to be told of it. */
final class ResultStream {
    private final OrderId order;
    private final Deque<Pending> waiting = new ArrayDeque<>();
    private final Deque<NumberedResult> unsent = new ArrayDeque<>();
    private final Map<Long, AwaitedReceipt> awaited = new TreeMap<>();
    private Optional<Receipting> receipting = Optional.empty();
    private boolean taken;
    private boolean copyTold;
    private String digest = "";
    private long results;
    private Instant until = Instant.MIN;

    /** An event that is in no result yet. */
    private record Pending(PublisherName to, Event event) {}

    /** Who gives receipts for what is sent to it, and the certificate of the key that signs them. */
    private record Receipting(PublisherName by, Bytes certificate, long weight) {}

    ResultStream(OrderId order) {
        this.order = order;
    }

    /** Is the order that it was first seen as, from now on. */
    void take(String digestOfOrder) {
        taken = true;
        digest = digestOfOrder;
    }

    /** A refused order is reported with its own digest, unless another of its name was taken. */
    void refuse(String digestOfOrder) {
        copyTold = taken;
        digest = taken ? digest : digestOfOrder;
    }

    /**
     * From now on the results for this publisher are kept until it gives a receipt.
     *
     * @param weight of what is kept with them, in bytes
     */
    void receipted(PublisherName by, Bytes certificate, long weight) {
        receipting = Optional.of(new Receipting(by, certificate, weight));
    }

    void rememberUntil(Instant instant) {
        until = instant.isAfter(until) ? instant : until;
    }

    void add(PublisherName to, Event event) {
        waiting.add(new Pending(to, event));
    }

    void number(Entry.ResultNumbered numbered) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < numbered.events(); i++) {
            events.add(waiting.remove().event());
        }
        results = numbered.number();
        unsent.add(new NumberedResult(order, digest, numbered.to(), numbered.number(), numbered.at(), events));
    }

    void sent(long number) {
        unsent.removeIf(result -> result.number() == number);
    }

    void confirmed(Entry.ResultConfirmed confirmed) {
        awaited.computeIfPresent(confirmed.number(), (number, known) -> known.again(confirmed.at()));
        unsent.stream()
                .filter(result -> result.number() == confirmed.number())
                .forEach(result -> awaited.put(result.number(), new AwaitedReceipt(result, 1, confirmed.at())));
        sent(confirmed.number());
    }

    void release(List<Range> numbers) {
        unsent.removeIf(result -> numbers.stream().anyMatch(range -> range.contains(result.number())));
        awaited.keySet().removeIf(number -> numbers.stream().anyMatch(range -> range.contains(number)));
    }

    /** Whether a result for that publisher is kept until there is a receipt. */
    boolean isReceipted(PublisherName to) {
        return receipting.filter(some -> some.by().equals(to)).isPresent();
    }

    Optional<Bytes> receipts() {
        return receipting.map(Receipting::certificate);
    }

    Collection<AwaitedReceipt> awaited() {
        return List.copyOf(awaited.values());
    }

    /** About how many bytes wait for a receipt, with what cannot be forgotten before them. */
    long awaitedWeight() {
        long order = awaited.isEmpty() ? 0 : receipting.map(Receipting::weight).orElse(0L);
        return order
                + awaited.values().stream()
                        .mapToLong(each -> each.result().weight())
                        .sum();
    }

    void restore(Entry.OrderRemembered remembered) {
        taken = remembered.taken();
        digest = remembered.digest();
        results = remembered.results();
        until = remembered.until();
    }

    /** The next result: the longest run of events for one publisher that weighs little enough, one event at least. */
    Optional<Entry.ResultNumbered> next(long weightLimit, Instant now) {
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        PublisherName to = waiting.element().to();
        long weight = 0;
        int events = 0;
        for (Pending pending : waiting) {
            weight += EventSize.of(pending.event());
            if (!pending.to().equals(to) || (events > 0 && weight > weightLimit)) {
                break;
            }
            events++;
        }
        return Optional.of(new Entry.ResultNumbered(order, to, results + 1, events, now));
    }

    List<NumberedResult> unsent() {
        return List.copyOf(unsent);
    }

    /** Whether news wait that a person waits for: anything but the course of a running job. */
    boolean urgent() {
        return waiting.stream()
                .anyMatch(pending ->
                        !(pending.event() instanceof Event.TaskDone) && !(pending.event() instanceof Event.Started));
    }

    int size() {
        return waiting.size() + unsent.size();
    }

    /** When the last of what waits for a receipt was sent. */
    Instant lastSent() {
        return awaited.values().stream()
                .map(AwaitedReceipt::sent)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    Entry.ResultsReleased released() {
        return new Entry.ResultsReleased(
                order,
                awaited.keySet().stream()
                        .map(number -> new Range(number, number))
                        .toList());
    }

    /** Whether nothing is left to be sent. */
    boolean quiet() {
        return waiting.isEmpty() && unsent.isEmpty();
    }

    /** Whether nothing is left to be sent, and nothing to be sent again. */
    boolean over() {
        return quiet() && awaited.isEmpty();
    }

    long weight() {
        return waiting.stream().mapToLong(p -> EventSize.of(p.event())).sum()
                + unsent.stream()
                        .flatMap(r -> r.events().stream())
                        .mapToLong(EventSize::of)
                        .sum();
    }

    boolean taken() {
        return taken;
    }

    boolean copyTold() {
        return copyTold;
    }

    String digest() {
        return digest;
    }

    Instant until() {
        return until;
    }

    Entry.OrderRemembered remembered() {
        return new Entry.OrderRemembered(order, taken, digest, results, until);
    }
}
