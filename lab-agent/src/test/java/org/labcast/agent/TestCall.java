package org.labcast.agent;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import org.labcast.model.HostName;
import org.labcast.model.result.OutputStreamName;
import org.labcast.model.service.CallId;
import org.labcast.model.service.CallOff;
import org.labcast.model.service.Credit;
import org.labcast.model.service.ServiceReply.Accepted;
import org.labcast.model.service.ServiceReply.Declined;
import org.labcast.model.service.ServiceReply.Ended;
import org.labcast.model.service.ServiceReply.Piece;
import org.labcast.transport.jms.Addresses;

/** One call of a {@link TestCaller}. */
record TestCall(TestCaller caller, HostName host, CallId id) {
    static final long WINDOW = 256 << 10;

    Accepted accepted() {
        return caller.await1(id, Accepted.class);
    }

    Declined declined() {
        return caller.await1(id, Declined.class);
    }

    Credit credit(long granted) {
        return new Credit(
                TestLab.REALM, id, caller.key.fingerprint(), host, accepted().nonce(), granted);
    }

    /** So much in all may be sent. */
    TestCall grant(long granted) {
        caller.send(Addresses.calls(host), caller.signed(credit(granted)));
        return this;
    }

    void off() {
        caller.send(
                Addresses.calls(host),
                caller.signed(new CallOff(
                        TestLab.REALM,
                        id,
                        caller.key.fingerprint(),
                        host,
                        accepted().nonce())));
    }

    /** Takes output as fast as it comes, to the end. */
    Ended drain() {
        long[] granted = {0};
        await().pollInterval(Duration.ofMillis(10)).atMost(TestLab.PATIENCE).until(() -> {
            if (received() + WINDOW / 2 >= granted[0]) {
                granted[0] = received() + WINDOW;
                grant(granted[0]);
            }
            return isEnded();
        });
        return ended();
    }

    boolean isEnded() {
        return !caller.replies(id, Ended.class).isEmpty();
    }

    Ended ended() {
        return caller.await1(id, Ended.class);
    }

    List<Piece> pieces() {
        return caller.replies(id, Piece.class);
    }

    long received() {
        return pieces().stream().mapToLong(piece -> piece.content().size()).sum();
    }

    byte[] output(OutputStreamName stream) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        pieces().stream()
                .filter(piece -> piece.stream() == stream)
                .forEach(piece -> all.writeBytes(piece.content().toArray()));
        return all.toByteArray();
    }
}
