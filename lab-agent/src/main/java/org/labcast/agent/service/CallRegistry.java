package org.labcast.agent.service;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.labcast.agent.core.HostIdentity;
import org.labcast.agent.process.ProgramRunner;
import org.labcast.agent.service.CallRules.Decision;
import org.labcast.model.service.CallId;
import org.labcast.model.service.CallOff;
import org.labcast.model.service.Credit;
import org.labcast.model.service.DeclineReason;
import org.labcast.model.service.PortName;
import org.labcast.model.service.ServiceCall;
import org.labcast.model.service.ServiceReply;
import org.labcast.model.service.ServiceRequest;
import org.labcast.services.contract.ServicePort;
import org.labcast.services.contract.Style.OfPort;
import org.labcast.services.contract.Terms.SlowReader;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.Incoming;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.pgp.Verified;

/** The calls that came over one connection: each is accepted or declined, and led to its end. */
final class CallRegistry {
    private final Staff staff;
    private final BiConsumer<String, SignedMessage> courier;
    private final Map<CallId, RunningCall> byNonce = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /**
     * What serves the calls of all connections.
     *
     * @param threads where calls run
     */
    record Staff(
            HostCredentials me,
            CallAuthorizer gate,
            CallRules rules,
            ProgramRunner programs,
            Executor threads,
            ServiceTimeouts timeouts) {
        HostIdentity identity() {
            return me.identity();
        }
    }

    /** @param courier takes a message to an address, or throws a {@link org.labcast.transport.jms.BusException} */
    CallRegistry(Staff staff, BiConsumer<String, SignedMessage> courier) {
        this.staff = staff;
        this.courier = courier;
    }

    /** What came for this host alone. */
    void take(Incoming incoming) {
        Optional<Verified<ServiceRequest>> judged = staff.gate().judge(incoming);
        if (judged.isEmpty()) {
            turnAway(
                    incoming,
                    call -> call.host().equals(Optional.of(staff.identity().host())));
        }
        judged.ifPresent(verified -> {
            ServiceRequest request = verified.value();
            if (request instanceof ServiceCall call) {
                takePinned(verified.map(same -> call), incoming.sender());
            } else if (request instanceof Credit credit) {
                find(credit.nonce(), credit)
                        .ifPresent(call -> call.credit(credit.granted(), verified.signedAt(), staff.threads()));
            } else if (request instanceof CallOff off) {
                find(off.nonce(), off).ifPresent(call -> call.stop(StopReason.CALLED_OFF));
            }
        });
    }

    private Optional<RunningCall> find(CallId nonce, ServiceRequest request) {
        return Optional.ofNullable(byNonce.get(nonce)).filter(call -> call.isOf(request));
    }

    private void takePinned(Verified<ServiceCall> call, String sender) {
        if (!call.value().host().equals(Optional.of(staff.identity().host()))) {
            staff.gate().refuse("it is not for this host, whose queue it was sent to", sender);
        } else if (!consider(call, sender)) {
            decline(
                    call,
                    DeclineReason.BUSY,
                    "As many calls of " + call.value().port() + " as this host allows are under way.");
        }
    }

    /**
     * What came for whoever is free.
     *
     * @return whether it is dealt with; not when no slot is free
     */
    boolean take(Incoming incoming, PortName port) {
        Optional<Verified<ServiceRequest>> judged = staff.gate().judge(incoming);
        if (judged.isEmpty()) {
            turnAway(incoming, call -> call.port().equals(port) && call.host().isEmpty());
        }
        return judged.map(verified -> take(verified, port, incoming.sender())).orElse(true);
    }

    /** Nothing of the call is believed but where its caller waits; the answer is small, and only queues for replies get one. */
    private void turnAway(Incoming incoming, Predicate<ServiceCall> belongs) {
        if (incoming instanceof Incoming.Arrived arrived) {
            staff.gate()
                    .ofStranger(arrived.message())
                    .filter(belongs)
                    .filter(call -> Addresses.isReplies(call.replyTo()))
                    .ifPresent(call -> decline(
                            call,
                            arrived.message().payload().sha256(),
                            DeclineReason.NOT_ALLOWED,
                            "The key of the caller is not known here."));
        }
    }

    private boolean take(Verified<ServiceRequest> verified, PortName port, String sender) {
        if (verified.value() instanceof ServiceCall call
                && call.port().equals(port)
                && call.host().isEmpty()) {
            return consider(verified.map(same -> call), sender);
        }
        staff.gate().refuse("it does not belong in the queue of " + port, sender);
        return true;
    }

    /** @return whether it was answered; not when no slot is free */
    private boolean consider(Verified<ServiceCall> call, String sender) {
        if (!Addresses.isReplies(call.value().replyTo())) {
            staff.gate().refuse("it wants its reply elsewhere than in a queue for replies", sender);
            return true;
        }
        Decision decision = staff.rules().decide(call);
        if (decision instanceof Decision.Not not) {
            decline(call, not.reason(), not.explanation());
            return true;
        }
        Decision.Doable doable = (Decision.Doable) decision;
        if (!doable.offer().slots().take()) {
            return false;
        }
        accept(call, doable);
        return true;
    }

    private void decline(Verified<ServiceCall> verified, DeclineReason reason, String explanation) {
        decline(verified.value(), verified.digest(), reason, explanation);
    }

    private void decline(ServiceCall call, String digest, DeclineReason reason, String explanation) {
        HostIdentity identity = staff.identity();
        line(call)
                .say(new ServiceReply.Declined(
                        identity.realm(), call.call(), identity.host(), digest, reason, explanation));
    }

    private void accept(Verified<ServiceCall> verified, Decision.Doable doable) {
        ServiceCall call = verified.value();
        HostIdentity identity = staff.identity();
        ServicePort port = doable.offer().port();
        CallId nonce = CallId.random();
        String user = port.terms().user().orElse("");
        RunningCall running = new RunningCall(
                new Envelope(identity.realm(), call.call(), verified.signer(), identity.host(), nonce),
                limits(call, port),
                new ToolRun(
                        staff.programs(),
                        call.call(),
                        doable.invocation(),
                        user,
                        staff.timeouts().post()),
                line(call),
                staff.timeouts(),
                doable.offer().slots()::give);
        byNonce.put(nonce, running);
        running.announce(verified.digest(), port.component());
        if (closed) {
            running.stop(StopReason.AGENT_STOPS);
        }
    }

    private static RunningCall.Limits limits(ServiceCall call, ServicePort port) {
        boolean stream = port.style() == OfPort.PROCESS;
        Duration described = stream ? ProgramRunner.EVER : port.terms().timeout();
        Duration asked = call.timeout().compareTo(ProgramRunner.EVER) < 0 ? call.timeout() : ProgramRunner.EVER;
        return new RunningCall.Limits(
                asked.isZero() ? described : asked,
                stream ? Long.MAX_VALUE : port.terms().outputLimit(),
                !stream || port.terms().slowReader() == SlowReader.BLOCK);
    }

    private ReplySender line(ServiceCall call) {
        return new ReplySender(courier, staff.me().signer(), call.replyTo());
    }

    /** To be called now and then: does what is due. */
    void beat() {
        byNonce.values().removeIf(call -> call.over().isDone());
        byNonce.values().forEach(RunningCall::beat);
    }

    /** Ends all calls, also one that is just being accepted; returns at once. */
    void close() {
        closed = true;
        byNonce.values().forEach(call -> call.stop(StopReason.AGENT_STOPS));
    }

    /** Returns when all have ended and their callers have been told, or after so much time. */
    void awaitEnd(Duration longest) {
        CompletableFuture.allOf(byNonce.values().stream().map(RunningCall::over).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, longest.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
