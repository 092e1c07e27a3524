package org.labcast.services.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.labcast.broker.TestBroker;
import org.labcast.model.Bytes;
import org.labcast.model.HostName;
import org.labcast.model.HostSet;
import org.labcast.model.order.Target;
import org.labcast.model.result.Ending;
import org.labcast.model.result.OutputStreamName;
import org.labcast.model.service.DeclineReason;
import org.labcast.model.service.PortName;
import org.labcast.model.service.ServiceEntry;
import org.labcast.services.client.BadArgumentsException;
import org.labcast.services.client.BusyException;
import org.labcast.services.client.CallCancelledException;
import org.labcast.services.client.CallRequest;
import org.labcast.services.client.CallResult;
import org.labcast.services.client.CallTimeouts;
import org.labcast.services.client.LabServices;
import org.labcast.services.client.Lookup;
import org.labcast.services.client.NoProviderException;
import org.labcast.services.client.NotAllowedException;
import org.labcast.services.client.ProviderLostException;
import org.labcast.services.client.ServiceStream;
import org.labcast.services.client.SpecMismatchException;
import org.labcast.services.client.ToolFailedException;
import org.labcast.transport.jms.Endpoint;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.Certificate;
import org.labcast.transport.pgp.SecretKey;

/** Calls and streams between a caller and hosts on a real broker. */
@Timeout(60)
class ServicesWireTest {
    private static final CallTimeouts SHORT = new CallTimeouts(
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ofMillis(50),
            Duration.ofMillis(200),
            Duration.ofMillis(1500),
            Duration.ofSeconds(2));

    private static final SecretKey ANN = TestHost.newKey("ann");
    private static final SecretKey STRANGER = TestHost.newKey("lab-01");
    private static final Map<String, SecretKey> KEYS =
            Map.of("lab-01", TestHost.newKey("lab-01"), "lab-02", TestHost.newKey("lab-02"));

    @RegisterExtension
    static final TestBroker broker = new TestBroker();

    private static final Map<String, Endpoint> ENDPOINTS = new TreeMap<>();
    private static int ports;

    private final PortName port = new PortName("Echo", "say" + ports++);
    private TestHost first;
    private TestHost second;
    private LabServices services;

    @BeforeAll
    static void start() {
        KEYS.keySet().forEach(name -> ENDPOINTS.put(name, broker.host(name)));
    }

    @BeforeEach
    void connect() {
        broker.provision(
                provisioning -> provisioning.ports(List.of(port), Target.hosts(HostSet.of("lab-01", "lab-02"))));
        first = host("lab-01");
        second = host("lab-02");
        services = services(Clock.systemUTC());
    }

    @AfterEach
    void disconnect() {
        services.close();
        first.close();
        second.close();
    }

    private static TestHost host(String name) {
        return new TestHost(ENDPOINTS.get(name), name, KEYS.get(name));
    }

    private static LabServices services(Clock clock) {
        ReplyVerifier verifier = new ReplyVerifier(TestHost.REALM, ServicesWireTest::certificate, clock);
        return LabServices.open(broker.administrator(), ANN, verifier, SHORT, System::nanoTime);
    }

    private static Optional<Certificate> certificate(HostName host) {
        return Optional.ofNullable(KEYS.get(host.value())).map(SecretKey::certificate);
    }

    private CallRequest request() {
        return CallRequest.of(port, "", Map.of("text", List.of("hello")));
    }

    private CallRequest idempotent() {
        return new CallRequest(port, "", request().arguments(), Optional.empty(), Duration.ZERO, true);
    }

    private CallRequest at(String host) {
        return new CallRequest(port, "", request().arguments(), Optional.of(new HostName(host)), Duration.ZERO, false);
    }

    @Test
    void aCallIsDoneByAHostThatOffersIt() {
        first.offer(port, false);
        CallResult result = services.call(request());
        assertThat(result.text()).isEqualTo("hello");
        assertThat(result.host()).isEqualTo(first.name);
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void withoutAnEntryNobodyIsAsked() {
        first.serve(port);
        assertThatThrownBy(() -> services.call(request()))
                .isInstanceOf(NoProviderException.class)
                .hasMessageStartingWith("No host offers " + port + " now;");
        assertThat(first.taken).hasValue(0);
    }

    @Test
    void whatWasNeverInstalledHasNoProviderWhateverTheListSays() {
        PortName never = new PortName("Never", "installed");
        first.list(first.entry(never, false), first.key);
        assertThatThrownBy(
                        () -> services.call(CallRequest.of(never, "", request().arguments())))
                .isInstanceOf(NoProviderException.class)
                .hasMessage("No host offers Never.installed: nothing of that name is installed.");
    }

    @Test
    void aCallGoesToTheHostThatIsNamed() {
        first.offer(port, false);
        second.offer(port, false);
        assertThat(services.call(at("lab-02")).host()).isEqualTo(second.name);
        assertThat(services.call(at("lab-01")).host()).isEqualTo(first.name);
        assertThatThrownBy(() -> services.call(at("lab-03")))
                .isInstanceOf(NoProviderException.class)
                .hasMessage("lab-03 does not offer " + port + " now; lab-01, lab-02 do.");
    }

    @Test
    void whoeverDeclinesForAReasonOfItsOwnIsPassedOver() {
        first.plays(call -> call.decline(DeclineReason.UNAVAILABLE, "/opt/tool is gone."));
        first.offer(port, false);
        assertThatThrownBy(() -> services.call(request()))
                .isInstanceOf(NoProviderException.class)
                .hasMessage("No host does " + port + " now: lab-01 /opt/tool is gone.");
        second.list(second.entry(port, false), second.key);
        assertThat(services.call(request()).host()).isEqualTo(second.name);
        assertThat(first.taken).hasValue(2);
    }

    @Test
    void refusalsAreOfDifferentKinds() {
        first.offer(port, false);
        first.plays(call -> call.decline(DeclineReason.NOT_ALLOWED, "ann is not among the callers."));
        assertThatThrownBy(() -> services.call(request())).isInstanceOf(NotAllowedException.class);
        first.plays(call -> call.decline(DeclineReason.BAD_ARGUMENTS, "begins with '-'"));
        assertThatThrownBy(() -> services.call(request()))
                .isInstanceOf(BadArgumentsException.class)
                .hasMessage("lab-01 declined: begins with '-'.");
        first.plays(call -> call.decline(DeclineReason.SPEC_MISMATCH, "another one"));
        assertThatThrownBy(() -> services.call(request())).isInstanceOf(SpecMismatchException.class);
    }

    @Test
    void whatIsWrongOnItsFaceIsNotSent() {
        first.offer(port, false);
        assertThatThrownBy(() -> services.call(CallRequest.of(port, "", Map.of())))
                .isInstanceOf(BadArgumentsException.class)
                .hasMessageContaining("(String text) cannot be called so: 'text' needs a value");
        assertThatThrownBy(() ->
                        services.call(CallRequest.of(port, "01d", request().arguments())))
                .isInstanceOf(SpecMismatchException.class);
        assertThatThrownBy(() -> services.open(request()))
                .isInstanceOf(SpecMismatchException.class)
                .hasMessageContaining("call it");
        assertThat(first.taken).hasValue(0);
    }

    @Test
    void aFailedToolIsToldWithItsErrors() {
        first.offer(port, false);
        first.plays(call -> {
            call.begin();
            call.err("a warning\nno such network\n");
            call.end(new Ending.Exited(3));
        });
        assertThatThrownBy(() -> services.call(request())).isInstanceOfSatisfying(ToolFailedException.class, failed -> {
            assertThat(failed.exitCode()).isEqualTo(3);
            assertThat(failed.errors()).isEqualTo("a warning\nno such network\n");
            assertThat(failed).hasMessage(port + " on lab-01: exit 3: no such network");
        });
    }

    @Test
    void aPortThatReturnsTheExitCodeHasNoBadOne() {
        first.offer(port, false, entry -> with(entry, entry.at(), "getExitCode", 1));
        first.plays(call -> {
            call.begin();
            call.end(new Ending.Exited(3));
        });
        assertThat(services.call(request()).exitCode()).isEqualTo(3);
    }

    @Test
    void aSilentHostIsLostAndAnIdempotentCallIsMadeElsewhere() {
        first.offer(port, false);
        first.plays(call -> {
            call.begin();
            call.awaitCallOff();
        });
        assertThatThrownBy(() -> services.call(request()))
                .isInstanceOf(ProviderLostException.class)
                .hasMessageContaining("lab-01 has said nothing for 1 s");
        assertThatThrownBy(() -> services.call(idempotent())).isInstanceOf(ProviderLostException.class);
        second.list(second.entry(port, false), second.key);
        assertThat(services.call(idempotent()).host()).isEqualTo(second.name);
        assertThat(first.taken).hasValue(3);
    }

    @Test
    void aPortThatIsIdempotentIsTriedElsewhereUnlessOutputWasHandedOver() {
        first.idempotent = true;
        second.idempotent = true;
        first.offer(port, false);
        first.plays(call -> {
            call.begin();
            call.out("half");
            call.awaitCallOff();
        });
        second.list(second.entry(port, false), second.key);
        assertThat(services.call(request()).text()).isEqualTo("hello");
        StringBuilder passed = new StringBuilder();
        assertThatThrownBy(() -> services.call(request(), (stream, content) -> passed.append(content.text())))
                .isInstanceOf(ProviderLostException.class);
        assertThat(passed).hasToString("half");
    }

    @Test
    void aHostThatSaysThatItLivesIsWaitedFor() {
        first.offer(port, false);
        first.plays(call -> {
            call.begin();
            for (int credits = 0; credits < 15; credits++) {
                call.next();
                call.alive();
            }
            call.end(new Ending.Exited(0));
        });
        assertThat(services.call(request()).exitCode()).isZero();
    }

    @Test
    void onlyTheFirstThatAcceptsIsToldToBegin() {
        first.offer(port, false);
        AtomicReference<String> toSecond = new AtomicReference<>("");
        first.plays(call -> {
            call.begin();
            TestCall copy = call.to(second);
            copy.accept();
            toSecond.set(copy.next().orElseThrow().getClass().getSimpleName());
            call.out("first");
            call.end(new Ending.Exited(0));
        });
        assertThat(services.call(request()).text()).isEqualTo("first");
        assertThat(toSecond).hasValue("CallOff");
    }

    @Test
    void whatIsNotSignedByTheHostIsIgnoredAndCounted() {
        first.offer(port, false);
        first.plays(call -> {
            call.sign(STRANGER);
            call.accept();
            call.sign(second.key);
            call.accept();
            call.sign(first.key);
            call.begin();
            call.sign(STRANGER);
            call.end(new Ending.Exited(0));
            call.sign(first.key);
            call.out("true");
            call.end(new Ending.Exited(0));
        });
        long before = services.refused();
        assertThat(services.call(request()).text()).isEqualTo("true");
        assertThat(services.refused() - before).isEqualTo(3);
    }

    @Test
    void aGapIsSaid() {
        first.offer(port, false);
        first.plays(call -> {
            call.begin();
            call.out("one");
            call.piece(3, OutputStreamName.OUT, Bytes.utf8("three"), 0);
            call.end(new Ending.Exited(0));
        });
        assertThatThrownBy(() -> services.call(request()))
                .isInstanceOf(ProviderLostException.class)
                .hasMessageContaining("piece 2 is missing");
    }

    @Test
    void aRepeatedPieceIsReadOnce() {
        first.offer(port, false);
        first.plays(call -> {
            call.begin();
            call.out("one");
            call.piece(1, OutputStreamName.OUT, Bytes.utf8("one"), 0);
            call.end(new Ending.Exited(0));
        });
        assertThat(services.call(request()).text()).isEqualTo("one");
    }

    @Test
    void aLargeOutputArrivesWhole() {
        first.offer(port, false);
        Bytes block = Bytes.utf8("0123456789abcdef".repeat(4096));
        first.plays(call -> {
            call.begin();
            for (int i = 0; i < 160; i++) {
                call.write(i % 10 == 9 ? OutputStreamName.ERR : OutputStreamName.OUT, block);
            }
            call.end(new Ending.Exited(0));
        });
        CallResult result = services.call(request());
        assertThat(result.out().size()).isEqualTo(144 * block.size());
        assertThat(result.err().size()).isEqualTo(16 * block.size());
    }

    @Test
    void whenAllAreBusyTheCallWaitsAndThenSaysSo() {
        ServiceEntry entry = first.entry(port, false);
        first.list(with(entry, entry.at(), entry.returns(), 0), first.key);
        assertThatThrownBy(() -> services.call(request()))
                .isInstanceOf(BusyException.class)
                .hasMessageStartingWith("All that offer " + port + " were busy for 1 s: lab-01.");
    }

    /** Who may call is said at installing, host by host. */
    @Test
    void aCallThatOneHostDoesNotAllowIsDoneByAnother() {
        first.offer(port, false);
        second.offer(port, false);
        first.plays(call -> call.decline(DeclineReason.NOT_ALLOWED, "The key of the caller is not known here."));

        for (int i = 0; i < 4; i++) {
            assertThat(services.call(request()).host()).isEqualTo(second.name);
        }
        assertThatThrownBy(() -> services.call(at("lab-01"))).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void aHostThatCallsBlindlyFindsTheOneThatAllowsItAndIsToldSoonWhenNoneDoes() {
        first.serve(port);
        second.serve(port);
        first.plays(call -> call.decline(DeclineReason.NOT_ALLOWED, "The key of the caller is not known here."));
        boolean seesList = false;
        LabServices.Caller caller =
                new LabServices.Caller(broker.administrator().user(), ANN, seesList);
        ReplyVerifier verifier = new ReplyVerifier(TestHost.REALM, ServicesWireTest::certificate, Clock.systemUTC());
        try (LabServices blind = LabServices.open(broker.administrator(), caller, verifier, SHORT, System::nanoTime)) {
            for (int i = 0; i < 4; i++) {
                assertThat(blind.call(request()).host()).isEqualTo(second.name);
            }
            second.plays(call -> call.decline(DeclineReason.NOT_ALLOWED, "ann is not among the callers."));
            assertThatThrownBy(() -> blind.call(request())).isInstanceOf(NotAllowedException.class);
        }
    }

    @Test
    void whoOffersAndDoesNotAnswerIsNamed() {
        first.list(first.entry(port, false), first.key);
        assertThatThrownBy(() -> services.call(request()))
                .isInstanceOf(NoProviderException.class)
                .hasMessageStartingWith("lab-01 offers " + port + ", but did not answer in 2 s");
    }

    @Test
    void aBusyHostThatIsNamedIsAskedAgain() {
        first.offer(port, false);
        first.plays(call -> {
            if (first.taken.get() == 1) {
                call.decline(DeclineReason.BUSY, "no slot is free");
            } else {
                call.echo();
            }
        });
        assertThat(services.call(at("lab-01")).text()).isEqualTo("hello");
    }

    @Test
    void anInterruptCallsOff() throws InterruptedException {
        first.offer(port, false);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch calledOff = new CountDownLatch(1);
        first.plays(call -> {
            call.begin();
            begun.countDown();
            call.awaitCallOff();
            calledOff.countDown();
        });
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                services.call(request());
            } catch (CallCancelledException e) {
                thrown.set(e);
            }
        });
        caller.start();
        begun.await();
        caller.interrupt();
        caller.join();
        calledOff.await();
        assertThat(thrown.get()).isInstanceOf(CallCancelledException.class);
    }

    @Test
    void aStreamIsReadLineByLine() {
        first.offer(port, true);
        first.plays(call -> {
            call.begin();
            call.out("one\ntw");
            call.err("listening\n");
            call.out("o\nthree");
            call.end(new Ending.Exited(0));
        });
        List<String> lines = new ArrayList<>();
        StringBuilder errors = new StringBuilder();
        try (ServiceStream stream = services.open(request(), said -> errors.append(said.text()))) {
            assertThat(stream.host()).isEqualTo(first.name);
            stream.forEach(lines::add);
        }
        assertThat(lines).containsExactly("one", "two", "three");
        assertThat(errors).hasToString("listening\n");
    }

    @Test
    void closingAStreamEndsTheToolAndTheReading() throws InterruptedException {
        first.offer(port, true);
        CountDownLatch calledOff = new CountDownLatch(1);
        first.plays(call -> {
            call.begin();
            call.out("one\n");
            call.awaitCallOff();
            calledOff.countDown();
        });
        try (ServiceStream stream = services.open(request())) {
            Iterator<String> lines = stream.iterator();
            assertThat(lines.next()).isEqualTo("one");
            stream.close();
            assertThat(lines.hasNext()).isFalse();
        }
        calledOff.await();
    }

    @Test
    void aReaderThatDoesNotReadGrantsNoMoreThanTheWindow() {
        first.offer(port, true);
        Bytes block = Bytes.utf8("x".repeat(1023) + "\n");
        first.plays(call -> {
            call.begin();
            for (int i = 0; i < 1000; i++) {
                call.write(OutputStreamName.OUT, block);
            }
            call.end(new Ending.Exited(0));
        });
        try (ServiceStream stream = services.open(request())) {
            await().until(() -> first.sent.get() == ClientCall.WINDOW);
            await().during(Duration.ofSeconds(2)).until(() -> first.sent.get() == ClientCall.WINDOW);
            int[] lines = {0};
            stream.forEach(line -> lines[0]++);
            assertThat(lines[0]).isEqualTo(1000);
        }
    }

    @Test
    void whatTheHostDroppedIsCounted() throws Exception {
        first.offer(port, true);
        first.plays(call -> {
            call.begin();
            call.piece(1, OutputStreamName.OUT, Bytes.utf8("late"), 7);
            call.end(new Ending.Exited(0));
        });
        try (ServiceStream stream = services.open(request())) {
            assertThat(new String(stream.bytes().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo("late");
            assertThat(stream.dropped()).isEqualTo(7);
        }
    }

    @Test
    void aStreamThatBreaksGivesWhatCameBefore() {
        first.offer(port, true);
        first.plays(call -> {
            call.begin();
            call.out("one\n");
            call.awaitCallOff();
        });
        try (ServiceStream stream = services.open(request())) {
            Iterator<String> lines = stream.iterator();
            assertThat(lines.next()).isEqualTo("one");
            assertThatThrownBy(lines::hasNext).isInstanceOf(ProviderLostException.class);
            assertThat(lines.hasNext()).isFalse();
        }
    }

    @Test
    void entriesAreFoundByWhatTheirHostHasSigned() {
        first.list(first.entry(port, false), first.key);
        Lookup inRoom = new Lookup(
                Optional.of(port.contract()),
                Optional.of(port.port()),
                Optional.empty(),
                Optional.of("1.0"),
                new TreeMap<>(Map.of("room", "12")));
        assertThat(services.find(inRoom)).extracting(ServiceEntry::host).containsExactly(first.name);
        Lookup elsewhere = new Lookup(
                Optional.empty(),
                Optional.of(port.port()),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(Map.of("room", "12' OR '1' = '1")));
        assertThat(services.find(elsewhere)).isEmpty();
    }

    @Test
    void anEntryOfAnotherKeyARelabelledOneAndAnOldOneAreNotFound() {
        ServiceEntry entry = first.entry(port, false);
        first.list(entry, STRANGER);
        assertThat(services.find(Lookup.of(port))).isEmpty();
        PortName other = new PortName("Other", "port");
        first.list("other", Labels.of(entry), TestHost.signed(Codec.encode(first.entry(other, false)), first.key));
        assertThat(services.find(Lookup.of(port))).isEmpty();
        first.list(entry, first.key);
        assertThat(services.find(Lookup.of(port))).hasSize(1);
        try (LabServices later = services(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(11)))) {
            assertThat(later.find(Lookup.of(port))).isEmpty();
        }
    }

    @Test
    void aHostWhoseClockIsWrongIsFoundAndCalled() {
        first.offer(port, false, entry -> later(entry, -30));
        second.offer(port, false, entry -> later(entry, 30));
        assertThat(services.find(Lookup.of(port))).hasSize(2);
        assertThat(services.call(request()).text()).isEqualTo("hello");
    }

    private static ServiceEntry with(ServiceEntry entry, Instant at, String returns, int free) {
        return new ServiceEntry(
                entry.realm(),
                entry.host(),
                at,
                entry.leaving(),
                entry.component(),
                entry.port(),
                entry.stream(),
                entry.spec(),
                entry.signature(),
                returns,
                entry.idempotent(),
                entry.version(),
                entry.attributes(),
                entry.documentation(),
                free,
                entry.installedBy());
    }

    private static ServiceEntry later(ServiceEntry entry, long seconds) {
        return with(entry, entry.at().plusSeconds(seconds), entry.returns(), entry.free());
    }
}
