package org.labcast.services.client.internal;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.labcast.model.Bytes;
import org.labcast.model.Fingerprint;
import org.labcast.model.HostName;
import org.labcast.model.Realm;
import org.labcast.model.service.CallId;
import org.labcast.model.service.CallOff;
import org.labcast.model.service.Credit;
import org.labcast.model.service.ServiceReply.Accepted;
import org.labcast.model.service.ServiceRequest;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.BusException;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.jms.TransientSender;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.Signer;

/**
 * Signs what a caller says and sends it, in order, in a thread of its own: neither a broker that hangs nor an interrupt
 * of the thread that calls gets in between.
 */
public final class RequestSender {
    private final Realm realm;
    private final Signer signer;
    private final TransientSender sender;
    private final Executor thread;

    /** @param thread one thread */
    public RequestSender(Realm realm, Signer signer, TransientSender sender, Executor thread) {
        this.realm = realm;
        this.signer = signer;
        this.sender = sender;
        this.thread = thread;
    }

    Realm realm() {
        return realm;
    }

    Fingerprint caller() {
        return signer.fingerprint();
    }

    SignedMessage signed(ServiceRequest request) {
        Bytes payload = Codec.write(request);
        return new SignedMessage(payload, signer.sign(payload));
    }

    /** @param failed told when the broker does not take it */
    void send(String address, SignedMessage message, Consumer<BusException> failed) {
        later(() -> sender.send(address, message), failed);
    }

    void credit(Accepted accepted, long granted, Consumer<BusException> failed) {
        later(
                () -> sender.send(
                        Addresses.calls(accepted.host()),
                        signed(new Credit(
                                realm, accepted.call(), caller(), accepted.host(), accepted.nonce(), granted))),
                failed);
    }

    /** Nothing is to be done when it does not arrive: the host ends the call by itself when it hears no more of us. */
    void callOff(CallId call, HostName host, CallId nonce) {
        later(
                () -> sender.send(Addresses.calls(host), signed(new CallOff(realm, call, caller(), host, nonce))),
                fault -> {});
    }

    private void later(Runnable sending, Consumer<BusException> failed) {
        try {
            thread.execute(() -> {
                try {
                    sending.run();
                } catch (BusException e) {
                    failed.accept(e);
                }
            });
        } catch (RejectedExecutionException e) {
            failed.accept(new BusException(BusException.Fault.LOST, "The connection to the broker is closed."));
        }
    }
}
