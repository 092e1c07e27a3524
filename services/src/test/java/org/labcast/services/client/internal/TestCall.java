package org.labcast.services.client.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.labcast.model.Bytes;
import org.labcast.model.result.Ending;
import org.labcast.model.result.OutputStreamName;
import org.labcast.model.service.CallId;
import org.labcast.model.service.CallOff;
import org.labcast.model.service.Credit;
import org.labcast.model.service.DeclineReason;
import org.labcast.model.service.ServiceCall;
import org.labcast.model.service.ServiceReply;
import org.labcast.model.service.ServiceRequest;
import org.labcast.transport.jms.TransientSender;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.Signer;

/** A call as a {@link TestHost} sees it. */
final class TestCall {
    final ServiceCall call;
    final CallId nonce = CallId.random();
    private final TestHost host;
    private final String digest;
    private final BlockingQueue<ServiceRequest> further;
    private final TransientSender sender;
    private Signer signer;
    private long pieces;
    private long sent;
    private long granted;

    TestCall(
            TestHost host,
            ServiceCall call,
            String digest,
            BlockingQueue<ServiceRequest> further,
            TransientSender sender) {
        this.host = host;
        this.call = call;
        this.digest = digest;
        this.further = further;
        this.sender = sender;
        this.signer = host.key;
    }

    /** What most tools do here: the argument comes back. */
    void echo() throws InterruptedException {
        begin();
        out(String.join(" ", call.arguments().getOrDefault("text", List.of())));
        end(new Ending.Exited(0));
    }

    void accept() {
        say(new ServiceReply.Accepted(TestHost.REALM, call.call(), host.name, digest, nonce, "Tool"));
    }

    void decline(DeclineReason reason, String explanation) {
        say(new ServiceReply.Declined(TestHost.REALM, call.call(), host.name, digest, reason, explanation));
    }

    /** Accepts, and waits for the word to go. */
    void begin() throws InterruptedException {
        accept();
        assertThat(next()).containsInstanceOf(Credit.class);
    }

    /** What the caller says next. */
    Optional<ServiceRequest> next() throws InterruptedException {
        Optional<ServiceRequest> request = Optional.ofNullable(further.poll(10, TimeUnit.SECONDS));
        request.filter(Credit.class::isInstance).ifPresent(credit -> granted = ((Credit) credit).granted());
        return request;
    }

    void awaitCallOff() throws InterruptedException {
        Optional<ServiceRequest> said = next();
        while (said.isPresent() && !(said.get() instanceof CallOff)) {
            said = next();
        }
        assertThat(said).isPresent();
    }

    void out(String text) throws InterruptedException {
        write(OutputStreamName.OUT, Bytes.utf8(text));
    }

    void err(String text) throws InterruptedException {
        write(OutputStreamName.ERR, Bytes.utf8(text));
    }

    /** Waits for credit. */
    void write(OutputStreamName stream, Bytes content) throws InterruptedException {
        while (sent + content.size() > granted) {
            if (next().orElseThrow() instanceof CallOff) {
                throw new InterruptedException("called off");
            }
            alive();
        }
        sent += content.size();
        host.sent.addAndGet(content.size());
        piece(pieces + 1, stream, content, 0);
    }

    void piece(long sequence, OutputStreamName stream, Bytes content, long dropped) {
        pieces = sequence;
        say(new ServiceReply.Piece(TestHost.REALM, call.call(), host.name, nonce, sequence, stream, content, dropped));
    }

    void alive() {
        say(new ServiceReply.Alive(TestHost.REALM, call.call(), host.name, nonce));
    }

    void end(Ending ending) {
        say(new ServiceReply.Ended(TestHost.REALM, call.call(), host.name, nonce, ending, pieces, 0, 0, ""));
    }

    /** From now on replies are signed with this key. */
    void sign(Signer with) {
        signer = with;
    }

    /** The same call at another host, as a broker that lies could hand it over. */
    TestCall to(TestHost other) {
        return other.call(call, digest);
    }

    private void say(ServiceReply reply) {
        sender.send(call.replyTo(), TestHost.signed(Codec.write(reply), signer));
    }
}
