package org.labcast.services.client;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.labcast.model.HostName;
import org.labcast.model.LabcastException;
import org.labcast.model.service.CallId;
import org.labcast.model.service.ServiceCall;
import org.labcast.model.service.ServiceReply;
import org.labcast.model.service.ServiceReply.Accepted;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.BusException;
import org.labcast.transport.jms.Incoming;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.Verified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The conversations that are open; each reply is led to the one that it belongs to. */
final class Switchboard {
    private static final Logger LOG = LoggerFactory.getLogger(Switchboard.class);

    private final Authenticity authenticity;
    private final Requests requests;
    private final String replyTo;
    private final Patience patience;
    private final Map<CallId, Conversation> open = new ConcurrentHashMap<>();

    /** @param replyTo address of the queue whose messages are given to {@link #heard} */
    Switchboard(Authenticity authenticity, Requests requests, String replyTo, Patience patience) {
        this.authenticity = authenticity;
        this.requests = requests;
        this.replyTo = replyTo;
        this.patience = patience;
    }

    /** @param host the only one that is asked; absent: whichever is free */
    Conversation ask(CallRequest request, Optional<HostName> host) {
        ServiceCall call = new ServiceCall(
                requests.realm(),
                CallId.random(),
                requests.caller(),
                request.port(),
                request.spec(),
                request.arguments(),
                host,
                replyTo,
                request.timeout());
        SignedMessage message = requests.signed(call);
        Conversation conversation = new Conversation(call, message.payload().sha256(), requests, patience);
        open.put(call.call(), conversation);
        String address = host.map(Addresses::calls).orElseGet(() -> Addresses.calls(request.port()));
        requests.send(address, message, fault -> conversation.fail(unsent(request, fault)));
        return conversation;
    }

    /** A queue for calls is there as soon as somebody was to offer the port. */
    private static LabcastException unsent(CallRequest request, BusException fault) {
        return fault.fault() == BusException.Fault.NO_SUCH_ADDRESS
                ? new NoProviderException("No host offers " + request.port() + ": nothing of that name is installed"
                        + request.host()
                                .map(host -> ", or there is no host " + host)
                                .orElse("") + ".")
                : fault;
    }

    /** Nobody needs it any more. */
    void over(Conversation conversation) {
        open.remove(conversation.id());
        conversation.callOff();
    }

    /** Nothing may escape from here: it would end the connection. */
    void heard(Incoming incoming) {
        if (incoming instanceof Incoming.Arrived arrived) {
            try {
                authenticity
                        .claim(arrived.message(), Codec::readServiceReply)
                        .ifPresent(claim -> heard(arrived.message(), claim));
            } catch (LabcastException e) {
                LOG.warn("a reply could not be judged: {}", e.getMessage());
            }
        }
    }

    private void heard(SignedMessage message, ServiceReply claim) {
        Conversation conversation = open.get(claim.call());
        if (conversation == null && !(claim instanceof Accepted)) {
            return; // said before the host knew that the call is over
        }
        authenticity
                .verified(message, claim, claim.realm(), claim.host())
                .map(Verified::value)
                .filter(reply -> conversation == null || !conversation.heard(reply))
                .ifPresent(late -> dismiss((Accepted) late));
    }

    /** A host that accepts what another one does, or what nobody waits for any more, need not hold a slot for it. */
    private void dismiss(Accepted late) {
        requests.callOff(late.call(), late.host(), late.nonce());
    }

    void tick(Duration elapsed) {
        open.values().forEach(conversation -> conversation.tick(elapsed));
    }

    /** The connection is gone. */
    void lost(LabcastException reason) {
        open.values()
                .forEach(conversation -> conversation.fail(
                        conversation.host().isEmpty()
                                ? reason
                                : new ProviderLostException(reason.getMessage()
                                        + " How far the call came is not known; connect again and call again.")));
    }

    void callOffAll() {
        open.values().forEach(Conversation::callOff);
    }
}
