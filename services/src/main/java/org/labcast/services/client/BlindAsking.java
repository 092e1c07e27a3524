package org.labcast.services.client;

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

/** Finds a host without a list of those that there are: asks, and waits for whoever answers. */
final class BlindAsking implements Seeking {
    private final CallRequest request;
    private final Switchboard switchboard;
    private final Patience patience;
    /** Hosts that do not do it for this caller, with how often they said so. */
    private final Map<HostName, Integer> notAllowed = new HashMap<>();

    private Duration waited = Duration.ZERO;

    BlindAsking(CallRequest request, Switchboard switchboard, Patience patience) {
        this.request = request;
        this.switchboard = switchboard;
        this.patience = patience;
    }

    @Override
    public Conversation ask() throws InterruptedException {
        while (true) {
            Conversation conversation = switchboard.ask(request, request.host());
            boolean taken = false;
            try {
                ServiceReply answer = answer(conversation);
                taken = answer instanceof Accepted;
                if (taken) {
                    return conversation;
                }
                Refusals.throwFinal((Declined) answer);
                pause((Declined) answer);
            } finally {
                if (!taken) {
                    switchboard.over(conversation);
                }
            }
        }
    }

    private ServiceReply answer(Conversation conversation) throws InterruptedException {
        Optional<ServiceReply> answer = conversation.answer(patience.acceptance());
        return answer.orElseThrow(() -> new NoProviderException("No host took " + request.port() + " within "
                + patience.acceptance().toSeconds() + " s: none offers it, or all are busy."));
    }

    /** It may be taken by another host next time, or by the same one when it has a slot free. */
    private void pause(Declined declined) throws InterruptedException {
        if (declined.reason() == DeclineReason.NOT_ALLOWED) {
            notAllowed.merge(declined.host(), 1, Integer::sum);
        }
        if ((request.host().isPresent() && !notAllowed.isEmpty()) || isAskedTwiceOfEach()) {
            throw Refusals.notAllowed(declined);
        }
        waited = waited.plus(patience.pause());
        if (waited.compareTo(patience.acceptance()) > 0) {
            String sentence = Refusals.sentence(declined);
            throw declined.reason() == DeclineReason.BUSY
                    ? new BusyException(sentence)
                    : new NoProviderException(sentence);
        }
        Thread.sleep(patience.pause().toMillis());
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
