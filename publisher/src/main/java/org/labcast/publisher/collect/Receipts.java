package org.labcast.publisher.collect;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.labcast.model.Bytes;
import org.labcast.model.HostName;
import org.labcast.model.OrderId;
import org.labcast.model.Realm;
import org.labcast.model.result.Event;
import org.labcast.model.result.Receipt;
import org.labcast.model.result.Result;
import org.labcast.publisher.store.HomeKey;
import org.labcast.publisher.store.Store;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.BusException;
import org.labcast.transport.jms.DurableSender;
import org.labcast.transport.jms.OutboundMessage;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.Signer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells hosts which of their results are in the store: at once when a host has said its last word, and for a job under way
 * when the collecting ends. One message tells a host all that is held of each job. One that is lost does no harm: the host
 * sends its results again, and is told again.
 */
final class Receipts {
    private static final Logger LOG = LoggerFactory.getLogger(Receipts.class);

    /** The broker tidies up receipts of hosts that stay off. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final Realm realm;
    private final Store store;
    private final HomeKey home;
    private final DurableSender sender;
    private final Clock clock;
    private @Nullable Signer signer;
    private final Map<HostName, Set<OrderId>> owed = new TreeMap<>();
    private final Map<OrderId, Boolean> ours = new HashMap<>();

    Receipts(Realm realm, Store store, HomeKey home, DurableSender sender, Clock clock) {
        this.realm = realm;
        this.store = store;
        this.home = home;
        this.sender = sender;
        this.clock = clock;
    }

    /** These results are in the store now, or were before. */
    void owe(Collection<Result> results) {
        Set<HostName> ended = new HashSet<>();
        for (Result result : results) {
            if (isOurs(result.job())) {
                owed.computeIfAbsent(result.host(), host -> new TreeSet<>()).add(result.job());
                if (result.events().stream().anyMatch(Receipts::isLastWord)) {
                    ended.add(result.host());
                }
            }
        }
        give(ended);
    }

    /** Gives all that are owed. */
    void give() {
        give(Set.copyOf(owed.keySet()));
    }

    /** Only the home that has asked for results may say that they have come. */
    private boolean isOurs(OrderId order) {
        return ours.computeIfAbsent(
                order,
                unknown -> store.orders()
                        .payload(order)
                        .map(payload -> Codec.readOrder(payload).header().receipts())
                        .filter(receipts ->
                                receipts.filter(home.certificate()::equals).isPresent())
                        .isPresent());
    }

    private static boolean isLastWord(Event event) {
        return event instanceof Event.Finished || event instanceof Event.Refused;
    }

    private void give(Set<HostName> hosts) {
        List<OutboundMessage> messages = new ArrayList<>();
        for (HostName host : hosts) {
            Set<OrderId> jobs = owed.remove(host);
            if (jobs != null) {
                messages.add(message(host, jobs));
            }
        }
        if (!messages.isEmpty()) {
            post(messages);
        }
    }

    private OutboundMessage message(HostName host, Set<OrderId> jobs) {
        List<Receipt.Held> held = jobs.stream()
                .map(job -> new Receipt.Held(job, runs(store.results().held(job, host))))
                .toList();
        Bytes payload = Codec.write(new Receipt(realm, host, clock.instant(), held));
        return OutboundMessage.toQueue(Addresses.control(host), new SignedMessage(payload, signer().sign(payload)))
                .expiring(clock.instant().plus(KEPT));
    }

    private Signer signer() {
        if (signer == null) {
            signer = home.signer(clock);
        }
        return signer;
    }

    /** Neighbours joined. */
    static List<Receipt.Run> runs(List<Long> ascending) {
        List<Receipt.Run> runs = new ArrayList<>();
        for (long number : ascending) {
            int last = runs.size() - 1;
            if (last >= 0 && runs.get(last).last() == number - 1) {
                runs.set(last, new Receipt.Run(runs.get(last).first(), number));
            } else {
                runs.add(new Receipt.Run(number, number));
            }
        }
        return runs;
    }

    private void post(List<OutboundMessage> messages) {
        try {
            sender.post(messages);
        } catch (BusException e) {
            if (messages.size() == 1) {
                LOG.info("A receipt was not sent, the host will ask for it: {}", e.getMessage());
            } else { // one of the hosts may have been removed
                messages.forEach(message -> post(List.of(message)));
            }
        }
    }
}
