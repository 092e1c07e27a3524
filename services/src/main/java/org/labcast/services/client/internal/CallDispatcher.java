package org.labcast.services.client.internal;

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
import org.labcast.services.client.CallRequest;
import org.labcast.services.client.CallTimeouts;
import org.labcast.services.client.NoProviderException;
import org.labcast.services.client.ProviderLostException;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.BusException;
import org.labcast.transport.jms.Incoming;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.Verified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The conversations that are open; each reply is led to the one that it belongs to. */
public final class CallDispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(CallDispatcher.class);

    private final ReplyVerifier verifier;
    private final RequestSender requests;
    private final String replyTo;
    private final CallTimeouts timeouts;
    private final Map<CallId, ClientCall> open = new ConcurrentHashMap<>();

    /** @param replyTo address of the queue whose messages are given to {@link #heard} */
    public CallDispatcher(ReplyVerifier verifier, RequestSender requests, String replyTo, CallTimeouts timeouts) {
        this.verifier = verifier;
        this.requests = requests;
        this.replyTo = replyTo;
        this.timeouts = timeouts;
    }

    /** @param host the only one that is asked; absent: whichever is free */
    ClientCall ask(CallRequest request, Optional<HostName> host) {
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
        ClientCall clientCall = new ClientCall(call, message.payload().sha256(), requests, timeouts);
        open.put(call.call(), clientCall);
        String address = host.map(Addresses::calls).orElseGet(() -> Addresses.calls(request.port()));
        requests.send(address, message, fault -> clientCall.fail(unsent(request, fault)));
        return clientCall;
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
    public void over(ClientCall clientCall) {
        open.remove(clientCall.id());
        clientCall.callOff();
    }

    /** Nothing may escape from here: it would end the connection. */
    public void heard(Incoming incoming) {
        if (incoming instanceof Incoming.Arrived arrived) {
            try {
                verifier.claim(arrived.message(), Codec::readServiceReply)
                        .ifPresent(claim -> heard(arrived.message(), claim));
            } catch (LabcastException e) {
                LOG.warn("a reply could not be judged: {}", e.getMessage());
            }
        }
    }

    private void heard(SignedMessage message, ServiceReply claim) {
        ClientCall clientCall = open.get(claim.call());
        if (clientCall == null && !(claim instanceof Accepted)) {
            return; // said before the host knew that the call is over
        }
        verifier.verified(message, claim, claim.realm(), claim.host())
                .map(Verified::value)
                .filter(reply -> clientCall == null || !clientCall.heard(reply))
                .ifPresent(late -> dismiss((Accepted) late));
    }

    /** A host that accepts what another one does, or what nobody waits for any more, need not hold a slot for it. */
    private void dismiss(Accepted late) {
        requests.callOff(late.call(), late.host(), late.nonce());
    }

    public void tick(Duration elapsed) {
        open.values().forEach(clientCall -> clientCall.tick(elapsed));
    }

    /** The connection is gone. */
    public void lost(LabcastException reason) {
        open.values()
                .forEach(clientCall -> clientCall.fail(
                        clientCall.host().isEmpty()
                                ? reason
                                : new ProviderLostException(reason.getMessage()
                                        + " How far the call came is not known; connect again and call again.")));
    }

    public void callOffAll() {
        open.values().forEach(ClientCall::callOff);
    }
}
