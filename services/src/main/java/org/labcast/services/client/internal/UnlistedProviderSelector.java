package org.labcast.services.client.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.labcast.model.HostName;
import org.labcast.model.service.DeclineReason;
import org.labcast.model.service.ServiceReply;
import org.labcast.model.service.ServiceReply.Accepted;
import org.labcast.model.service.ServiceReply.Declined;
import org.labcast.services.client.BusyException;
import org.labcast.services.client.CallRequest;
import org.labcast.services.client.CallTimeouts;
import org.labcast.services.client.NoProviderException;

/** Finds a host without a list of those that there are: asks, and waits for whoever answers. */
public final class UnlistedProviderSelector implements ProviderSelector {
    private final CallRequest request;
    private final CallDispatcher dispatcher;
    private final CallTimeouts timeouts;
    /** Hosts that do not do it for this caller, with how often they said so. */
    private final Map<HostName, Integer> notAllowed = new HashMap<>();

    private Duration waited = Duration.ZERO;

    public UnlistedProviderSelector(CallRequest request, CallDispatcher dispatcher, CallTimeouts timeouts) {
        this.request = request;
        this.dispatcher = dispatcher;
        this.timeouts = timeouts;
    }

    @Override
    public ClientCall ask() throws InterruptedException {
        while (true) {
            ClientCall call = dispatcher.ask(request, request.host());
            boolean taken = false;
            try {
                ServiceReply answer = answer(call);
                taken = answer instanceof Accepted;
                if (taken) {
                    return call;
                }
                Refusals.throwFinal((Declined) answer);
                pause((Declined) answer);
            } finally {
                if (!taken) {
                    dispatcher.over(call);
                }
            }
        }
    }

    private ServiceReply answer(ClientCall call) throws InterruptedException {
        Optional<ServiceReply> answer = call.answer(timeouts.acceptance());
        return answer.orElseThrow(() -> new NoProviderException("No host took " + request.port() + " within "
                + timeouts.acceptance().toSeconds() + " s: none offers it, or all are busy."));
    }

    /** It may be taken by another host next time, or by the same one when it has a slot free. */
    private void pause(Declined declined) throws InterruptedException {
        if (declined.reason() == DeclineReason.NOT_ALLOWED) {
            notAllowed.merge(declined.host(), 1, Integer::sum);
        }
        if ((request.host().isPresent() && !notAllowed.isEmpty()) || isAskedTwiceOfEach()) {
            throw Refusals.notAllowed(declined);
        }
        waited = waited.plus(timeouts.pause());
        if (waited.compareTo(timeouts.acceptance()) > 0) {
            String sentence = Refusals.sentence(declined);
            throw declined.reason() == DeclineReason.BUSY
                    ? new BusyException(sentence)
                    : new NoProviderException(sentence);
        }
        Thread.sleep(timeouts.pause().toMillis());
    }

    /** The broker gives calls to the hosts in turn, so one that would do it would have had one by now. */
    private boolean isAskedTwiceOfEach() {
        int refusals = notAllowed.values().stream().mapToInt(Integer::intValue).sum();
        return !notAllowed.isEmpty() && refusals > 2 * notAllowed.size();
    }

    @Override
    public boolean mayGoElsewhere(Set<HostName> lost) {
        return request.idempotent() && request.host().isEmpty();
    }

    /** Not known, so a code other than 0 is a failure, which tells the code. */
    @Override
    public boolean returnsExitCode(HostName host) {
        return false;
    }
}
