package org.labcast.transport.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.labcast.model.Bytes;
import org.labcast.model.Fingerprint;
import org.labcast.model.GroupName;
import org.labcast.model.HostName;
import org.labcast.model.HostSet;
import org.labcast.model.OrderId;
import org.labcast.model.PublisherName;
import org.labcast.model.Realm;
import org.labcast.model.host.Facts;
import org.labcast.model.host.Presence;
import org.labcast.model.order.Cancel;
import org.labcast.model.order.Fetch;
import org.labcast.model.order.Header;
import org.labcast.model.order.Job;
import org.labcast.model.order.Order;
import org.labcast.model.order.Ping;
import org.labcast.model.order.Target;
import org.labcast.model.order.Task;
import org.labcast.model.order.TaskOptions;
import org.labcast.model.result.Alert;
import org.labcast.model.result.Attempt;
import org.labcast.model.result.CancelPoint;
import org.labcast.model.result.Correction;
import org.labcast.model.result.Ending;
import org.labcast.model.result.Event;
import org.labcast.model.result.HostMessage;
import org.labcast.model.result.JobEnd;
import org.labcast.model.result.Outcome;
import org.labcast.model.result.Output;
import org.labcast.model.result.OutputStreamName;
import org.labcast.model.result.Refusal;
import org.labcast.model.result.Result;
import org.labcast.model.result.Risk;
import org.labcast.model.result.TaskState;

class CodecTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Realm REALM = new Realm("lab");
    private static final HostName HOST = new HostName("lab-01");
    private static final OrderId ID = new OrderId("abcdefghijklmnop");

    private static Header header(Target target) {
        return new Header(
                REALM,
                ID,
                new Fingerprint("A".repeat(40)),
                1,
                7,
                NOW,
                NOW,
                NOW.plusSeconds(60),
                target,
                new PublisherName("admin"));
    }

    static Stream<Order> orders() {
        Job job = new Job(
                header(new Target.All()), "tasks.txt", List.of(new Task("date", 3, TaskOptions.DEFAULT)), "10.0.0.1");
        return Stream.of(
                job,
                new Cancel(header(new Target.Group(new GroupName("g"))), ID),
                new Ping(header(new Target.Hosts(HostSet.parse("lab-[01-20]"), "os = 'debian'"))),
                new Fetch(header(new Target.All()), ID, 2));
    }

    static Stream<HostMessage> hostMessages() {
        Correction correction = new Correction("apt-get install vim", "apt-verb", "apt-get has no 'instal'", Risk.SAFE);
        Attempt attempt = new Attempt(
                "apt-get install vim",
                Optional.of(correction),
                NOW,
                Duration.ofMillis(1234),
                new Ending.Exited(0),
                Output.of(Bytes.utf8("größe\n")),
                Output.NONE);
        List<Event> events = List.of(
                new Event.Accepted(NOW),
                new Event.Started(NOW),
                new Event.TaskDone(new Outcome(0, TaskState.CORRECTED, List.of(attempt), List.of(correction))),
                new Event.Finished(NOW, JobEnd.DONE),
                new Event.Refused(NOW, Refusal.REPLAYED, "again"),
                new Event.CancelSeen(NOW, ID, CancelPoint.WHILE),
                new Event.Pong(NOW),
                new Event.Chunk(0, 1, OutputStreamName.ERR, 5, Bytes.of(new byte[] {0, -1}), true),
                new Event.NoOutput(0, "pruned"));
        return Stream.of(
                new Result(REALM, ID, "0".repeat(64), HOST, 1, NOW, events),
                new Alert(REALM, HOST, ID, NOW, Refusal.BAD_SIGNATURE, "forged", "0".repeat(64)));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void readsBackOrders(Order order) {
        assertThat(Codec.readOrder(Codec.write(order))).isEqualTo(order);
    }

    @ParameterizedTest
    @MethodSource("hostMessages")
    void readsBackHostMessages(HostMessage message) {
        assertThat(Codec.readHostMessage(Codec.write(message))).isEqualTo(message);
    }

    @Test
    void adviceIsOnTheWireOnlyWhenThereIsSome() {
        Outcome plain = new Outcome(0, TaskState.FAILED, List.of(), List.of());
        Outcome advised = new Outcome(0, TaskState.FAILED, List.of(), List.of(), List.of("Compare the fingerprint."));

        assertThat(Codec.encode(plain).text())
                .isEqualTo("{\"task\":0,\"state\":\"FAILED\",\"attempts\":[],\"suggestions\":[]}");
        assertThat(Codec.decode(Codec.encode(plain), Outcome.class)).isEqualTo(plain);
        assertThat(Codec.encode(advised).text()).endsWith(",\"advice\":[\"Compare the fingerprint.\"]}");
        assertThat(Codec.decode(Codec.encode(advised), Outcome.class)).isEqualTo(advised);
        assertThatThrownBy(() ->
                        Codec.decode(Bytes.utf8("{\"task\":0,\"state\":\"FAILED\",\"attempts\":[]}"), Outcome.class))
                .hasMessageContaining("suggestions");
        assertThatThrownBy(() -> Codec.decode(
                        Bytes.utf8(
                                "{\"task\":0,\"state\":\"FAILED\",\"attempts\":[],\"suggestions\":[],\"advice\":null}"),
                        Outcome.class))
                .isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void readsBackPresenceWithNumbersAndTruths() {
        Presence presence = new Presence(
                REALM,
                HOST,
                NOW,
                false,
                new TreeSet<>(List.of(new GroupName("g"))),
                new TreeSet<>(),
                Facts.of(Map.of("os", "debian", "memory_mb", 4096L, "virtual", true)),
                "");

        assertThat(Codec.readPresence(Codec.encode(presence))).isEqualTo(presence);
    }

    @Test
    void showsTypeAndVersion() {
        assertThat(Codec.write(new Ping(header(new Target.All()))).text())
                .startsWith("{\"type\":\"labcast.ping.v1\",\"header\":{\"realm\":\"lab\",\"id\":\"abcdefghijklmnop\"");
    }

    /** Each text replaces the beginning of a good ping and makes it bad in one way. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"extra\":1,",
                "{\"type\":\"labcast.job.v1\",",
                "{\"header\":{},",
                "",
                "[",
                "{\"type\":\"labcast.ping.v9\",\"x\":",
                "{\"type\":\"java.lang.Runtime\",",
            })
    void refusesWhatIsNotExactlyAMessage(String beginning) {
        String good = Codec.write(new Ping(header(new Target.All()))).text();

        assertThatThrownBy(() -> Codec.readOrder(Bytes.utf8(beginning + good.substring(1))))
                .isInstanceOf(MalformedMessageException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"sequence\":7.0",
                "\"sequence\":\"7\"",
                "\"sequence\":null",
                "\"sequence\":0",
                "\"sequence\":7,\"sequence\":7",
                "\"sequence\":99999999999999999999"
            })
    void refusesLooseNumbers(String number) {
        String good = Codec.write(new Ping(header(new Target.All()))).text();
        assertThat(good).contains("\"sequence\":7");

        assertThatThrownBy(() -> Codec.readOrder(Bytes.utf8(good.replace("\"sequence\":7", number))))
                .isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void refusesAMissingFieldAndTrailingBytes() {
        String good = Codec.write(new Ping(header(new Target.All()))).text();

        assertThatThrownBy(() -> Codec.readOrder(Bytes.utf8(good.replace("\"epoch\":1,", ""))))
                .hasMessageContaining("epoch");
        assertThatThrownBy(() -> Codec.readOrder(Bytes.utf8(good + "{}")))
                .isInstanceOf(MalformedMessageException.class);
        assertThatThrownBy(() -> Codec.readPresence(Bytes.utf8("null"))).isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void saysWhichValueIsImpossible() {
        String good = Codec.write(new Ping(header(new Target.All()))).text();

        assertThatThrownBy(() -> Codec.readOrder(Bytes.utf8(good.replace("\"lab\"", "\"../lab\""))))
                .hasMessageContaining("line 1, column")
                .hasMessageContaining("a realm is 1 to 63 of");
    }

    @Property(tries = 500)
    void anyBytesAreReadOrRefused(@ForAll byte[] noise) {
        assertThatThrownBy(() -> Codec.readOrder(Bytes.of(noise))).isInstanceOf(MalformedMessageException.class);
    }
}
