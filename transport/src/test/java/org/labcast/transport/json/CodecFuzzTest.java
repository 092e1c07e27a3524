package org.labcast.transport.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.labcast.fuzz.ReaderFuzz;
import org.labcast.model.Bytes;
import org.labcast.model.Fingerprint;
import org.labcast.model.GroupName;
import org.labcast.model.HomeId;
import org.labcast.model.HomeMark;
import org.labcast.model.HostName;
import org.labcast.model.OrderId;
import org.labcast.model.PublisherName;
import org.labcast.model.Realm;
import org.labcast.model.Secret;
import org.labcast.model.host.Enrolment;
import org.labcast.model.host.Facts;
import org.labcast.model.host.HostRecord;
import org.labcast.model.host.Invitation;
import org.labcast.model.host.Presence;
import org.labcast.model.order.Order;
import org.labcast.model.result.HostMessage;
import org.labcast.model.result.Receipt;
import org.labcast.model.service.PortName;
import org.labcast.model.service.ServiceEntry;
import org.labcast.model.service.ServiceReply;
import org.labcast.model.service.ServiceRequest;

/** Damaged messages are refused, or are others that can be written and read again. */
class CodecFuzzTest {
    private static final Realm REALM = new Realm("lab");
    private static final HostName HOST = new HostName("lab-01");
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Fingerprint KEY = new Fingerprint("A".repeat(40));

    @TestFactory
    Stream<DynamicTest> messagesOfEachKind() {
        return Stream.of(
                kind("order", Order.class, Codec::readOrder, CodecTest.orders().toList()),
                kind(
                        "host message",
                        HostMessage.class,
                        Codec::readHostMessage,
                        CodecTest.hostMessages().toList()),
                kind(
                        "service request",
                        ServiceRequest.class,
                        Codec::readServiceRequest,
                        ServiceCodecTest.requests().toList()),
                kind(
                        "service reply",
                        ServiceReply.class,
                        Codec::readServiceReply,
                        ServiceCodecTest.replies().toList()),
                kind("service entry", ServiceEntry.class, Codec::readServiceEntry, List.of(entry())),
                kind("presence", Presence.class, Codec::readPresence, List.of(presence())),
                kind("enrolment", Enrolment.class, Codec::readEnrolment, List.of(enrolment())),
                kind("host record", HostRecord.class, Codec::readHostRecord, List.of(hostRecord())),
                kind("mark of a home", HomeMark.class, Codec::readHomeMark, List.of(homeMark())),
                kind("invitation", Invitation.class, Codec::readInvitation, List.of(invitation())),
                kind("receipt", Receipt.class, Codec::readReceipt, List.of(receipt())));
    }

    private static <T> DynamicTest kind(
            String name, Class<T> type, Function<Bytes, T> reader, List<? extends T> messages) {
        return DynamicTest.dynamicTest(
                name,
                () -> ReaderFuzz.of(name)
                        .inputs(messages.stream()
                                .map(message -> Codec.encode(message).toArray())
                                .toList())
                        .words(
                                "\"",
                                "null",
                                "true",
                                "[]",
                                "{}",
                                "{",
                                "}",
                                ",",
                                ":",
                                "\\u0000",
                                "\\ud800",
                                "\"type\":",
                                "-0.0",
                                "1e400",
                                "lab-[1-99999999]",
                                "PT-1S",
                                "+999999999-12-31T23:59:59Z")
                        .refusesBy(MalformedMessageException.class)
                        .read(input -> {
                            T message = reader.apply(Bytes.of(input));
                            // Whatever is taken can be kept in a ledger or store, and shown.
                            assertThat(Codec.decode(Codec.encode(message), type))
                                    .isEqualTo(message);
                            assertThat(message.toString()).isNotNull();
                        }));
    }

    private static ServiceEntry entry() {
        return new ServiceEntry(
                REALM,
                HOST,
                NOW,
                false,
                "PortMonitor",
                new PortName("PortMonitoring", "getOpenPorts"),
                false,
                "0".repeat(64),
                "String host",
                "getLines",
                true,
                "1.0",
                new TreeMap<>(Map.of("room", "12")),
                "Open ports of a host.",
                4,
                KEY);
    }

    private static Presence presence() {
        return new Presence(
                REALM,
                HOST,
                NOW,
                false,
                groups(),
                new TreeSet<>(List.of(KEY)),
                Facts.of(Map.of("os", "debian", "memory_mb", 4096L, "virtual", true)),
                "");
    }

    private static Enrolment enrolment() {
        return Enrolment.of(REALM, HOST, "-----BEGIN PGP PUBLIC KEY BLOCK-----\n", new Secret("token"));
    }

    private static HostRecord hostRecord() {
        return new HostRecord(REALM, HOST, "-----BEGIN PGP PUBLIC KEY BLOCK-----\n", groups());
    }

    private static HomeMark homeMark() {
        return HomeMark.fresh(
                REALM, new PublisherName("admin"), new HomeId("k3f7qzmxw2ab"), "desk:/home", Instant.EPOCH);
    }

    private static Invitation invitation() {
        return new Invitation(
                REALM,
                HOST,
                groups(),
                "tcp://broker.lab.example:61616?sslEnabled=true",
                "-----BEGIN CERTIFICATE-----\n",
                "host.lab-01",
                new Secret("password"),
                new Secret("token"),
                new PublisherName("admin"),
                List.of("-----BEGIN PGP PUBLIC KEY BLOCK-----\n"));
    }

    private static Receipt receipt() {
        List<Receipt.Run> runs = List.of(new Receipt.Run(1, 3), new Receipt.Run(5, 5));
        return new Receipt(REALM, HOST, NOW, List.of(new Receipt.Held(new OrderId("abcdefghijklmnop"), runs)));
    }

    private static TreeSet<GroupName> groups() {
        return new TreeSet<>(List.of(new GroupName("g")));
    }

    /** What reads any object, such as facts and the answers of a program. */
    @Test
    void anyObject() {
        ReaderFuzz.of("any object")
                .texts(List.of("{\"a\":1,\"b\":[true,null,{\"c\":-1.5e3}],\"d\":\"\\u00e4\"}"))
                .refusesBy(MalformedMessageException.class)
                .read(input ->
                        assertThat(Codec.readObject(Bytes.of(input)).toString()).isNotNull());
    }
}
