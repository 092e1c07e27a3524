package org.labcast.agent.ledger;

import static org.labcast.agent.Samples.NOW;
import static org.labcast.agent.Samples.PUBLISHER;
import static org.labcast.agent.Samples.header;
import static org.labcast.agent.Samples.id;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.labcast.agent.Samples;
import org.labcast.model.OrderId;
import org.labcast.model.result.Alert;
import org.labcast.model.result.Event;
import org.labcast.model.result.JobEnd;
import org.labcast.model.result.Refusal;
import org.labcast.model.result.TaskState;

/** What an agent could have written, chosen at random but always a thing that can happen next. */
final class Story {
    private final Random random;
    private long orders;
    private long cancels = 1_000;

    Story(long seed) {
        this.random = new Random(seed);
    }

    /** The entries of one append; empty when what was drawn cannot happen now. */
    List<Entry> next(LedgerState state) {
        Optional<JobRecord> running =
                state.jobs().stream().filter(JobRecord::started).findFirst();
        Optional<JobRecord> waiting =
                state.jobs().stream().filter(job -> !job.started()).findFirst();
        return switch (random.nextInt(12)) {
            case 0 -> List.of(Samples.accepted(++orders, "a", "b", "c"));
            case 1 ->
                running.isEmpty()
                        ? waiting.<List<Entry>>map(job -> List.of(new Entry.JobStarted(job.id(), NOW)))
                                .orElse(List.of())
                        : List.of();
            case 2, 3 -> running.map(this::advance).orElse(List.of());
            case 4 ->
                running.<List<Entry>>map(job -> List.of(new Entry.JobEnded(job.id(), NOW, JobEnd.DONE)))
                        .orElse(List.of());
            case 5 -> cancel(state);
            case 6 -> List.of(new Entry.PingTaken(NOW, header(++orders), "ping"));
            case 7 -> List.of(refusal());
            case 8 -> new ArrayList<>(state.nextResults(1_000, NOW));
            case 9 -> sent(state);
            case 10 -> released(state);
            default -> fetch(state);
        };
    }

    private List<Entry> advance(JobRecord job) {
        return job.open().isEmpty() || random.nextInt(4) == 0
                ? List.of(Samples.attemptStarted(
                        job.id(), job.nextTask(), job.open().size()))
                : List.of(new Entry.TaskEnded(
                        job.id(),
                        Samples.outcome(job.nextTask(), TaskState.SUCCEEDED, "x".repeat(random.nextInt(900)))));
    }

    private List<Entry> cancel(LedgerState state) {
        OrderId job = id(1 + random.nextLong(orders + 2));
        return List.of(new Entry.CancelTaken(NOW, header(++cancels), "cancel", job, state.cancelPoint(job)));
    }

    private Entry refusal() {
        if (random.nextBoolean()) {
            Alert alert = new Alert(Samples.REALM, Samples.HOST, OrderId.random(), NOW, Refusal.MALFORMED, "no", "d");
            return new Entry.AlertRaised(PUBLISHER, alert);
        }
        return new Entry.OrderRefused(NOW, header(1 + random.nextLong(orders + 1)), "x", Refusal.REPLAYED, "again");
    }

    private List<Entry> sent(LedgerState state) {
        List<Entry> sent = new ArrayList<>();
        state.unsentResults().stream()
                .limit(2)
                .forEach(result -> sent.add(
                        state.isReceipted(result)
                                ? new Entry.ResultConfirmed(result.order(), result.number(), NOW)
                                : new Entry.ResultSent(result.order(), result.number())));
        state.unsentAlerts().stream()
                .limit(1)
                .forEach(raised -> sent.add(new Entry.AlertSent(raised.alert().id())));
        return sent;
    }

    private List<Entry> released(LedgerState state) {
        return state.awaited().stream()
                .map(AwaitedReceipt::result)
                .limit(1)
                .map(result -> (Entry)
                        new Entry.ResultsReleased(result.order(), List.of(new Range(result.number(), result.number()))))
                .toList();
    }

    private List<Entry> fetch(LedgerState state) {
        if (state.fetches().isEmpty()) {
            return List.of(new Entry.FetchTaken(NOW, header(++orders), "fetch", id(1), 0));
        }
        Entry.FetchTaken fetch = state.fetches().get(0);
        return List.of(
                new Entry.FetchAnswered(fetch.job(), PUBLISHER, new Event.NoOutput(0, "pruned")),
                new Entry.FetchEnded(fetch.header().id()));
    }
}
