package org.labcast.services.client.internal;

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
import org.labcast.services.client.BusyException;
import org.labcast.services.client.CallRequest;
import org.labcast.services.client.CallTimeouts;
import org.labcast.services.client.NoProviderException;

/** Finds a host that does a call: asks all at once first, then those that are left one by one. */
public final class ListedProviderSelector implements ProviderSelector {
    private final CallRequest request;
    private final CandidateProviders candidates;
    private final CallDispatcher dispatcher;
    private final CallTimeouts timeouts;

    /** What hosts said for whom there is no point in asking them again. */
    private final Map<HostName, String> refusals = new LinkedHashMap<>();

    /** The last host that does not do it for this caller. */
    private Optional<Declined> notAllowed = Optional.empty();

    private Duration waited = Duration.ZERO;

    /** @param without hosts that are not to be asked */
    public ListedProviderSelector(
            CallRequest request,
            CandidateProviders candidates,
            CallDispatcher dispatcher,
            CallTimeouts timeouts,
            Set<HostName> without) {
        this.request = request;
        this.candidates = candidates;
        this.dispatcher = dispatcher;
        this.timeouts = timeouts;
        without.forEach(host -> refusals.put(host, "was lost"));
    }

    @Override
    public ClientCall ask() throws InterruptedException {
        List<ServiceEntry> live = candidates.now();
        while (true) {
            ClientCall call = dispatcher.ask(request, addressee(live));
            boolean taken = false;
            try {
                ServiceReply answer = answer(call);
                taken = answer instanceof Accepted;
                if (taken) {
                    return call;
                }
                refused((Declined) answer);
            } finally {
                if (!taken) {
                    dispatcher.over(call);
                }
            }
            live = candidates.fresh();
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
        if (request.host().isPresent() || (refusals.isEmpty() && candidates.allAreMeant())) {
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
    private ServiceReply answer(ClientCall call) throws InterruptedException {
        Duration look = timeouts.acceptance().dividedBy(2);
        int looksAtFreeHosts = 0;
        while (true) {
            Optional<ServiceReply> answer = call.answer(look);
            if (answer.isPresent()) {
                return answer.get();
            }
            waited = waited.plus(look);
            List<ServiceEntry> live = candidates.fresh();
            looksAtFreeHosts = live.stream().anyMatch(entry -> entry.free() > 0) ? looksAtFreeHosts + 1 : 0;
            if (looksAtFreeHosts == 2) {
                throw new NoProviderException(hosts(live) + " offers " + request.port() + ", but did not answer in "
                        + timeouts.acceptance().toSeconds() + " s; look at its agent.");
            }
            if (looksAtFreeHosts == 0) {
                giveUpWhenLongEnough(live);
            }
        }
    }

    private void giveUpWhenLongEnough(List<ServiceEntry> live) {
        Duration limit = request.timeout().isZero() ? timeouts.slot() : request.timeout();
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
        giveUpWhenLongEnough(candidates.fresh());
        Thread.sleep(timeouts.pause().toMillis());
        waited = waited.plus(timeouts.pause());
    }

    private static String hosts(List<ServiceEntry> live) {
        return live.stream().map(entry -> entry.host().value()).distinct().collect(Collectors.joining(", "));
    }

    @Override
    public boolean mayGoElsewhere(Set<HostName> lost) {
        return candidates.mayGoElsewhere(lost);
    }

    @Override
    public boolean returnsExitCode(HostName host) {
        return candidates.returnsExitCode(host);
    }
}
