package org.labcast.agent;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.labcast.model.Bytes;
import org.labcast.model.HostName;
import org.labcast.model.service.CallId;
import org.labcast.model.service.PortName;
import org.labcast.model.service.ServiceCall;
import org.labcast.model.service.ServiceReply;
import org.labcast.model.service.ServiceRequest;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.Incoming;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.jms.TransientConsumer;
import org.labcast.transport.jms.TransientSender;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.SecretKey;

/** Somebody who calls, in single steps. */
final class TestCaller implements AutoCloseable {
    final SecretKey key;
    private final TestLab lab;
    private final BusConnection connection;
    private final TransientSender sender;
    private final TransientConsumer consumer;
    private final List<ServiceReply> replies = new CopyOnWriteArrayList<>();

    TestCaller(TestLab lab, SecretKey key) {
        this.lab = lab;
        this.key = key;
        this.connection = BusConnection.open(lab.endpoint());
        this.sender = new TransientSender(connection);
        this.consumer = TransientConsumer.forReplies(connection, lab.endpoint().user());
        consumer.listen(this::hear);
    }

    static TestCaller stranger(TestLab lab) {
        return new TestCaller(lab, SecretKey.generate("Mallory", Clock.systemUTC()));
    }

    private void hear(Incoming incoming) {
        SignedMessage message = ((Incoming.Arrived) incoming).message();
        replies.add(Codec.readServiceReply(lab.verified(message).orElseThrow()));
    }

    /** A call for anybody. */
    ServiceCall request(PortName port, Map<String, List<String>> arguments) {
        return request(port, arguments, "", Optional.empty(), Duration.ZERO);
    }

    ServiceCall request(
            PortName port,
            Map<String, List<String>> arguments,
            String spec,
            Optional<HostName> host,
            Duration timeout) {
        return new ServiceCall(
                TestLab.REALM,
                CallId.random(),
                key.fingerprint(),
                port,
                spec,
                arguments,
                host,
                consumer.address(),
                timeout);
    }

    SignedMessage signed(ServiceRequest request) {
        Bytes payload = Codec.write(request);
        return new SignedMessage(payload, key.sign(payload));
    }

    void send(String address, SignedMessage message) {
        sender.send(address, message);
    }

    /** Sends a call to the port's queue, or to the host that it names. */
    TestCall call(ServiceCall call) {
        send(call.host().map(Addresses::calls).orElse(Addresses.calls(call.port())), signed(call));
        return new TestCall(this, lab.host, call.call());
    }

    TestCall call(PortName port, Map<String, List<String>> arguments) {
        return call(request(port, arguments));
    }

    List<ServiceReply> replies(CallId call) {
        return replies.stream().filter(reply -> reply.call().equals(call)).toList();
    }

    <R extends ServiceReply> List<R> replies(CallId call, Class<R> type) {
        return replies(call).stream().filter(type::isInstance).map(type::cast).toList();
    }

    <R extends ServiceReply> R await1(CallId call, Class<R> type) {
        await().pollInterval(Duration.ofMillis(10))
                .atMost(TestLab.PATIENCE)
                .until(() -> !replies(call, type).isEmpty());
        return replies(call, type).get(0);
    }

    /** As when its process is killed. */
    @Override
    public void close() {
        connection.close();
    }
}
