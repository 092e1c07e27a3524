package org.labcast.services.client.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.labcast.model.Fingerprint;
import org.labcast.model.HostName;
import org.labcast.model.Realm;
import org.labcast.model.service.CallId;
import org.labcast.model.service.PortName;
import org.labcast.model.service.ServiceCall;
import org.labcast.model.service.ServiceEntry;
import org.labcast.model.service.ServiceRequest;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.BusException;
import org.labcast.transport.jms.DurableSender;
import org.labcast.transport.jms.Endpoint;
import org.labcast.transport.jms.Incoming;
import org.labcast.transport.jms.OutboundMessage;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.jms.TransientConsumer;
import org.labcast.transport.jms.TransientSender;
import org.labcast.transport.jms.WorkQueueConsumer;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.SecretKey;
import org.labcast.transport.pgp.Signer;

/** A host that offers ports and does with each call what a test says. */
public final class TestHost implements AutoCloseable {
    public static final Realm REALM = new Realm("physics");

    final HostName name;
    final SecretKey key;
    final AtomicInteger taken = new AtomicInteger();
    final AtomicLong sent = new AtomicLong();
    private final BusConnection connection;
    private final TransientSender sender;
    private final DurableSender durableSender;
    private final Map<CallId, BlockingQueue<ServiceRequest>> open = new ConcurrentHashMap<>();
    volatile boolean idempotent;
    private volatile Script script = TestCall::echo;

    /** What is done with one call, in a thread of its own. */
    interface Script {
        void play(TestCall call) throws InterruptedException;
    }

    TestHost(Endpoint endpoint, String name, SecretKey key) {
        this.name = new HostName(name);
        this.key = key;
        this.connection = BusConnection.open(endpoint);
        this.sender = new TransientSender(connection);
        this.durableSender = new DurableSender(connection);
        TransientConsumer.ofHost(connection, this.name).listen(this::heard);
    }

    static SecretKey newKey(String name) {
        return SecretKey.generate(name, Clock.systemUTC());
    }

    void plays(Script what) {
        script = what;
    }

    /** An entry as a host writes it, fifteen seconds of lease. */
    ServiceEntry entry(PortName port, boolean stream) {
        return new ServiceEntry(
                REALM,
                name,
                Instant.now(),
                false,
                "Tool",
                port,
                stream,
                "5bec",
                "String text",
                stream ? "" : "getOutputStream",
                idempotent,
                "1.0",
                new TreeMap<>(Map.of("room", "12")),
                "Says it again.",
                1,
                new Fingerprint("0".repeat(40)));
    }

    /** Takes the calls of a port, of which the list of services says nothing. */
    void serve(PortName port) {
        WorkQueueConsumer queue = WorkQueueConsumer.open(connection, port);
        start(() -> {
            for (Optional<Incoming> call = queue.take(); call.isPresent(); call = queue.take()) {
                call.ifPresent(this::heard);
            }
        });
    }

    void offer(PortName port, boolean stream) {
        offer(port, stream, entry -> entry);
    }

    void offer(PortName port, boolean stream, UnaryOperator<ServiceEntry> said) {
        serve(port);
        list(said.apply(entry(port, stream)), key);
    }

    void list(ServiceEntry entry, Signer signer) {
        list(entry.component() + entry.port() + name, Labels.of(entry), signed(Codec.encode(entry), signer));
    }

    void list(String lastValue, Map<String, String> labels, SignedMessage entry) {
        durableSender.post(List.of(OutboundMessage.toQueue(Addresses.SERVICES, entry)
                .replacing(lastValue)
                .labelled(labels)));
    }

    static SignedMessage signed(org.labcast.model.Bytes payload, Signer signer) {
        return new SignedMessage(payload, signer.sign(payload));
    }

    private void heard(Incoming incoming) {
        SignedMessage message = ((Incoming.Arrived) incoming).message();
        ServiceRequest request = Codec.readServiceRequest(message.payload());
        if (request instanceof ServiceCall call) {
            taken.incrementAndGet();
            TestCall begun = call(call, message.payload().sha256());
            start(() -> script.play(begun));
        } else {
            Optional.ofNullable(open.get(request.call())).ifPresent(queue -> queue.add(request));
        }
    }

    TestCall call(ServiceCall call, String digest) {
        BlockingQueue<ServiceRequest> further = new LinkedBlockingQueue<>();
        open.put(call.call(), further);
        return new TestCall(this, call, digest, further, sender);
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (BusException e) {
                // the test is over, or its caller has gone
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        connection.close();
    }
}
