package org.labcast.publisher.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.labcast.model.HostName;
import org.labcast.model.HostSet;
import org.labcast.model.OrderId;
import org.labcast.model.host.Presence;
import org.labcast.model.result.Alert;
import org.labcast.publisher.store.KnownHost;
import org.labcast.publisher.store.Store;
import org.labcast.publisher.store.StoredJob;
import org.labcast.publisher.store.StoredResult;

/** Builds reports of one job from the store; reading again costs only what is new. */
public final class JobReader {
    /** Alerts bear the host's time, which may be wrong; one about this very job counts from here on. */
    private static final Duration CLOCK_ERROR = Duration.ofDays(1);

    private final Store store;
    private final Clock clock;
    private final OrderId job;
    private final Map<HostName, HostHistory> histories = new HashMap<>();
    private long position;

    public JobReader(Store store, Clock clock, OrderId job) {
        this.store = store;
        this.clock = clock;
        this.job = job;
    }

    /** @throws org.labcast.publisher.store.StoreException when there is no such job */
    public JobReport read() {
        StoredJob stored = store.jobs().find(job);
        for (StoredResult result : store.results().of(job, position)) {
            histories
                    .computeIfAbsent(result.result().host(), host -> new HostHistory())
                    .add(result);
            position = result.position();
        }
        Instant now = clock.instant();
        List<Alert> alerts = alerts(stored);
        List<HostReport> hosts = hosts(stored, alerts, now);
        return new JobReport(
                stored.job(),
                stored.posted() || !histories.isEmpty(),
                now,
                elapsed(stored, hosts, now),
                hosts,
                store.results().refused(job),
                Stream.concat(alerts.stream(), alarms(stored))
                        .sorted(Comparator.comparing(Alert::at))
                        .toList(),
                HostSet.of(store.alerts().doubled().stream()
                        .filter(host ->
                                hosts.stream().anyMatch(one -> one.host().equals(host)))
                        .toList()));
    }

    private List<Alert> alerts(StoredJob stored) {
        Instant created = stored.job().header().created();
        return store.alerts().since(created.minus(CLOCK_ERROR)).stream()
                .filter(alert -> stored.expected().contains(alert.host()))
                .filter(alert -> !alert.at().isBefore(created) || isAbout(alert, stored))
                .toList();
    }

    private Stream<Alert> alarms(StoredJob stored) {
        return histories.entrySet().stream()
                .flatMap(entry -> entry.getValue().alarms(isAsked(stored, entry.getKey())).stream()
                        .map(no -> new Alert(
                                stored.job().header().realm(),
                                entry.getKey(),
                                job,
                                no.at(),
                                no.reason(),
                                no.explanation(),
                                stored.payload().sha256())));
    }

    private static boolean isAsked(StoredJob stored, HostName host) {
        return stored.expected().contains(host);
    }

    private static boolean isAbout(Alert alert, StoredJob stored) {
        return alert.digest().equals(stored.payload().sha256());
    }

    private List<HostReport> hosts(StoredJob stored, List<Alert> alerts, Instant now) {
        SortedSet<HostName> names = new TreeSet<>(stored.expected().asSet());
        histories.forEach((host, history) -> {
            if (!history.isStranger(isAsked(stored, host))) {
                names.add(host);
            }
        });
        Map<HostName, LastSeen> lastSeens = lastSeens(names, now);
        Map<HostName, Alert> refusals = new HashMap<>();
        alerts.stream().filter(alert -> isAbout(alert, stored)).forEach(alert -> refusals.put(alert.host(), alert));
        boolean over = !now.isBefore(stored.job().header().expires());
        return names.stream()
                .map(name -> {
                    Optional<LastSeen> lastSeen = Optional.ofNullable(lastSeens.get(name));
                    HostHistory history = histories.get(name);
                    return history == null
                            ? silent(name, Optional.ofNullable(refusals.get(name)), over, lastSeen)
                            : history.report(name, lastSeen);
                })
                .toList();
    }

    /** A host that does not trust the signer sends no result, but an alert. */
    private static HostReport silent(
            HostName host, Optional<Alert> refusal, boolean over, Optional<LastSeen> lastSeen) {
        HostState silence = over ? HostState.EXPIRED : HostState.WAITING;
        return new HostReport(
                host,
                refusal.isPresent() ? HostState.REFUSED : silence,
                refusal.map(alert -> Phrases.of(alert.reason()) + ": " + alert.explanation())
                        .orElse(""),
                Optional.empty(),
                List.of(),
                lastSeen);
    }

    /** Where hosts are matters only while some are silent. */
    private Map<HostName, LastSeen> lastSeens(Collection<HostName> hosts, Instant now) {
        Map<HostName, LastSeen> found = new HashMap<>();
        if (!histories.keySet().containsAll(hosts)) {
            for (KnownHost host : store.hosts().all()) {
                host.lastSign().ifPresent(at -> found.put(host.host(), lastSeen(host, at, now)));
            }
        }
        return found;
    }

    private static LastSeen lastSeen(KnownHost host, Instant at, Instant now) {
        return new LastSeen(
                at, host.isOn(now), host.presence().map(Presence::trouble).orElse(""));
    }

    private Duration elapsed(StoredJob stored, List<HostReport> hosts, Instant now) {
        boolean finished = hosts.stream().allMatch(host -> host.state().isFinal());
        Instant end = !finished
                ? now
                : histories.values().stream()
                        .map(HostHistory::received)
                        .max(Instant::compareTo)
                        .orElse(now);
        Duration elapsed = Duration.between(stored.job().header().created(), end);
        return elapsed.isNegative() ? Duration.ZERO : elapsed;
    }
}
