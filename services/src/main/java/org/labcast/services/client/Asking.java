package org.labcast.services.client;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.labcast.model.HostName;
import org.labcast.model.service.DeclineReason;
import org.labcast.model.service.ServiceEntry;
import org.labcast.model.service.ServiceReply;
import org.labcast.model.service.ServiceReply.Accepted;
import org.labcast.model.service.ServiceReply.Declined;

/** Finds a host that does a call: asks all at once first, then those that are left one by one. */
final class Asking implements Seeking {
    private final CallRequest request;
    private final Offers offers;
    private final Switchboard switchboard;
    private final Patience patience;

    /** What hosts said for whom there is no point in asking them again. */
    private final Map<HostName, String> refusals = new LinkedHashMap<>();

    /** The last host that does not do it for this caller. */
    private Optional<Declined> notAllowed = Optional.empty();

    private Duration waited = Duration.ZERO;

    /** @param without hosts that are not to be asked */
    Asking(CallRequest request, Offers offers, Switchboard switchboard, Patience patience, Set<HostName> without) {
        this.request = request;
        this.offers = offers;
        this.switchboard = switchboard;
        this.patience = patience;
        without.forEach(host -> refusals.put(host, "was lost"));
    }

    @Override
    public Conversation ask() throws InterruptedException {
        List<ServiceEntry> live = offers.now();
        while (true) {
            Conversation conversation = switchboard.ask(request, addressee(live));
            boolean taken = false;
            try {
                ServiceReply answer = answer(conversation);
                taken = answer instanceof Accepted;
                if (taken) {
                    return conversation;
                }
                refused((Declined) answer);
            } finally {
                if (!taken) {
                    switchboard.over(conversation);
                }
            }
            live = offers.fresh();
        }
    }

    /** Absent: whichever is free, which is best as long as anybody would do. */
    private Optional<HostName> addressee(List<ServiceEntry> live) {
        List<ServiceEntry> left = left(live);
        if (left.isEmpty() && notAllowed.isPresent()) {
            throw Refusals.notAllowed(notAllowed.get());
        }
        if (left.isEmpty()) {
            throw new NoProviderException("No host does " + request.port() + " now: "
                    + refusals.entrySet().stream()
                            .map(refusal -> refusal.getKey() + " " + refusal.getValue())
                            .collect(Collectors.joining("; "))
                    + ".");
        }
        if (request.host().isPresent() || (refusals.isEmpty() && offers.allAreMeant())) {
            return request.host();
        }
        return left.stream().max(Comparator.comparingInt(ServiceEntry::free)).map(ServiceEntry::host);
    }

    private List<ServiceEntry> left(List<ServiceEntry> live) {
        return live.stream()
                .filter(entry -> !refusals.containsKey(entry.host()))
                .toList();
    }

    /** Waits; as long as all hosts are busy, for as long as the call may take, else not longer than a host needs. */
    private ServiceReply answer(Conversation conversation) throws InterruptedException {
        Duration look = patience.acceptance().dividedBy(2);
        int looksAtFreeHosts = 0;
        while (true) {
            Optional<ServiceReply> answer = conversation.answer(look);
            if (answer.isPresent()) {
                return answer.get();
            }
            waited = waited.plus(look);
            List<ServiceEntry> live = offers.fresh();
            looksAtFreeHosts = live.stream().anyMatch(entry -> entry.free() > 0) ? looksAtFreeHosts + 1 : 0;
            if (looksAtFreeHosts == 2) {
                throw new NoProviderException(hosts(live) + " offers " + request.port() + ", but did not answer in "
                        + patience.acceptance().toSeconds() + " s; look at its agent.");
            }
            if (looksAtFreeHosts == 0) {
                giveUpWhenLongEnough(live);
            }
        }
    }

    private void giveUpWhenLongEnough(List<ServiceEntry> live) {
        Duration limit = request.timeout().isZero() ? patience.slot() : request.timeout();
        if (waited.compareTo(limit) >= 0) {
            throw new BusyException("All that offer " + request.port() + " were busy for " + limit.toSeconds() + " s: "
                    + hosts(live) + ". Call again later, or allow more Slots in the description.");
        }
    }

    private void refused(Declined declined) throws InterruptedException {
        Refusals.throwFinal(declined);
        if (declined.reason() == DeclineReason.NOT_ALLOWED) {
            notAllowed = Optional.of(declined);
        }
        if (declined.reason() == DeclineReason.BUSY) {
            pause();
        } else {
            refusals.put(declined.host(), Refusals.reason(declined));
        }
    }

    private void pause() throws InterruptedException {
        giveUpWhenLongEnough(offers.fresh());
        Thread.sleep(patience.pause().toMillis());
        waited = waited.plus(patience.pause());
    }

    private static String hosts(List<ServiceEntry> live) {
        return live.stream().map(entry -> entry.host().value()).distinct().collect(Collectors.joining(", "));
    }

    @Override
    public boolean mayGoElsewhere(Set<HostName> lost) {
        return offers.mayGoElsewhere(lost);
    }

    @Override
    public boolean returnsExitCode(HostName host) {
        return offers.returnsExitCode(host);
    }
}
