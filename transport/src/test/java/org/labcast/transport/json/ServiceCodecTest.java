package org.labcast.transport.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.labcast.model.Bytes;
import org.labcast.model.Fingerprint;
import org.labcast.model.HostName;
import org.labcast.model.Realm;
import org.labcast.model.order.Callers;
import org.labcast.model.order.HostCaller;
import org.labcast.model.order.ServiceChange;
import org.labcast.model.order.Task;
import org.labcast.model.order.TaskOptions;
import org.labcast.model.result.Ending;
import org.labcast.model.result.OutputStreamName;
import org.labcast.model.service.CallId;
import org.labcast.model.service.CallOff;
import org.labcast.model.service.Credit;
import org.labcast.model.service.DeclineReason;
import org.labcast.model.service.PortName;
import org.labcast.model.service.ServiceCall;
import org.labcast.model.service.ServiceEntry;
import org.labcast.model.service.ServiceReply;
import org.labcast.model.service.ServiceRequest;

class ServiceCodecTest {
    private static final Realm REALM = new Realm("lab");
    private static final HostName HOST = new HostName("lab-01");
    private static final Fingerprint ANN = new Fingerprint("A".repeat(40));
    private static final CallId CALL = CallId.random();
    private static final CallId NONCE = CallId.random();
    private static final String DIGEST = "0".repeat(64);
    private static final PortName PORT = new PortName("PortMonitoring", "getOpenPorts");

    static Stream<ServiceRequest> requests() {
        return Stream.of(
                new ServiceCall(
                        REALM,
                        CALL,
                        ANN,
                        PORT,
                        DIGEST,
                        Map.of("hosts", List.of("lab-1", "; rm -rf /"), "none", List.of()),
                        Optional.of(HOST),
                        "labcast.replies.admin.ann.1",
                        Duration.ofSeconds(30)),
                new Credit(REALM, CALL, ANN, HOST, NONCE, 262_144),
                new CallOff(REALM, CALL, ANN, HOST, NONCE));
    }

    static Stream<ServiceReply> replies() {
        return Stream.of(
                new ServiceReply.Accepted(REALM, CALL, HOST, DIGEST, NONCE, "PortMonitor"),
                new ServiceReply.Declined(REALM, CALL, HOST, DIGEST, DeclineReason.BUSY, "no slot"),
                new ServiceReply.Piece(
                        REALM, CALL, HOST, NONCE, 1, OutputStreamName.ERR, Bytes.of(new byte[] {0, -1}), 17),
                new ServiceReply.Alive(REALM, CALL, HOST, NONCE),
                new ServiceReply.Ended(REALM, CALL, HOST, NONCE, new Ending.Exited(3), 1, 0, 0, ""));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void readsBackRequests(ServiceRequest request) {
        assertThat(Codec.readServiceRequest(Codec.write(request))).isEqualTo(request);
    }

    @ParameterizedTest
    @MethodSource("replies")
    void readsBackReplies(ServiceReply reply) {
        assertThat(Codec.readServiceReply(Codec.write(reply))).isEqualTo(reply);
    }

    @Test
    void readsBackEntries() {
        ServiceEntry entry = new ServiceEntry(
                REALM,
                HOST,
                Instant.parse("2026-11-22T10:00:00Z"),
                false,
                "PortMonitor",
                PORT,
                false,
                DIGEST,
                "String host",
                "getLines",
                true,
                "1.0",
                new TreeMap<>(Map.of("room", "12")),
                "Open ports of a host.",
                4,
                ANN);
        assertThat(Codec.readServiceEntry(Codec.encode(entry))).isEqualTo(entry);
    }

    @Test
    void aTaskSaysWhichServicesItChangesOnlyWhenItDoes() {
        Task command = new Task("date", 1, TaskOptions.DEFAULT);
        Task install = change(new ServiceChange.Install(
                "nmap.acme",
                "Component C = { }",
                new Callers(new TreeSet<>(List.of(ANN)), List.of(new HostCaller(HOST, "armor")))));
        Task remove = change(new ServiceChange.Remove("PortMonitor"));

        assertThat(Codec.encode(command).text()).doesNotContain("change");
        for (Task task : List.of(command, install, remove)) {
            assertThat(Codec.decode(Codec.encode(task), Task.class)).isEqualTo(task);
        }
    }

    private static Task change(ServiceChange change) {
        return new Task("services", 1, TaskOptions.DEFAULT, Optional.of(change));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PortMonitoring", ".x", "a.b.c", "a.b/c", "a.", "1a.b", "a.b\n"})
    void aPortIsNamedByItsInterfaceAndItself(String text) {
        assertThatThrownBy(() -> Codec.decode(Codec.encode(text), PortName.class))
                .isInstanceOf(MalformedMessageException.class);
    }
}
