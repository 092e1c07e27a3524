package org.labcast.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.broker.TestBroker;
import org.labcast.model.Bytes;
import org.labcast.model.Fingerprint;
import org.labcast.model.HostName;
import org.labcast.model.order.Callers;
import org.labcast.model.order.HostCaller;
import org.labcast.model.result.Ending;
import org.labcast.model.result.OutputStreamName;
import org.labcast.model.service.DeclineReason;
import org.labcast.model.service.PortName;
import org.labcast.model.service.ServiceCall;
import org.labcast.model.service.ServiceReply;
import org.labcast.model.service.ServiceReply.Ended;
import org.labcast.model.service.ServiceReply.Piece;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.SecretKey;

/** Calls of an agent within this process, on a real broker, with real signatures and scripts as tools. */
class ServiceCallWireTest {
    private static final String ARGUMENTS = "printf '%s\\0' \"$@\"; echo \"$#\" >&2";

    @TempDir
    static Path folder;

    @RegisterExtension
    static final TestBroker broker = new TestBroker();

    private static ServiceLab lab;

    @BeforeAll
    static void start() {
        lab = new ServiceLab(broker, folder);
    }

    @AfterAll
    static void stop() {
        lab.close();
    }

    private static String text(TestCall call, OutputStreamName stream) {
        return new String(call.output(stream), StandardCharsets.UTF_8);
    }

    @Test
    void valuesArriveAsTheyAre() {
        PortName port = lab.offer("values", ARGUMENTS, "callee", "String one, String[] more");
        List<String> values =
                List.of("; touch hacked", "$(touch hacked)", "a\nb\n", "'\" `id`", "", "ü ∀", "* ~ \\0101");

        TestCall call = lab.call(port, Map.of("one", List.of("a b"), "more", values));

        assertThat(call.drain().ending()).isEqualTo(new Ending.Exited(0));
        assertThat(text(call, OutputStreamName.OUT)).isEqualTo("a b\0" + String.join("\0", values) + "\0");
        assertThat(text(call, OutputStreamName.ERR)).isEqualTo("8\n");
        assertThat(lab.file("hacked")).isEmpty();
        assertThat(call.accepted().component()).isEqualTo("values");
    }

    @Test
    void aValueThatCouldBeAnOptionOrHoldsANulIsRefused() {
        PortName port = lab.offer("dashes", "echo ran >dashes.ran", "callee", "String one");

        for (String bad : List.of("-rf", "a\0b")) {
            ServiceReply.Declined declined =
                    lab.call(port, Map.of("one", List.of(bad))).declined();
            assertThat(declined.reason()).isEqualTo(DeclineReason.BAD_ARGUMENTS);
            assertThat(declined.explanation()).contains("one");
        }
        assertThat(lab.file("dashes.ran")).isEmpty();
    }

    @Test
    void tenMegabytesOnBothStreamsComeThroughInOrder() {
        PortName port = lab.offer("much", """
                i=0
                while [ $i -lt 160 ]; do
                    head -c 65536 /dev/zero; head -c 65536 /dev/zero >&2
                    i=$((i + 1))
                done
                exit 3""", "callee", "");

        TestCall call = lab.call(port, Map.of());
        Ended ended = call.drain();

        assertThat(ended.ending()).isEqualTo(new Ending.Exited(3));
        assertThat(call.received()).isEqualTo(16L << 20);
        assertThat(ended.capped()).as("beyond the usual limit").isEqualTo(4L << 20);
        List<Piece> pieces = call.pieces();
        assertThat(pieces).hasSize((int) ended.pieces());
        assertThat(pieces)
                .extracting(Piece::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, pieces.size()).boxed().toList());
    }

    @Test
    void whatRunsBeforeMustSucceedAndWhatRunsAfterRunsAnyway() {
        String before = lab.script("before", "echo before >>around; echo no disk >&2; test \"$1\" = go")
                .toString();
        String after = lab.script("after", "echo after >>around").toString();
        PortName port = lab.offer(
                "around1",
                "echo tool >>around",
                "callee",
                "String how",
                "Pre = \"" + before + " how\"",
                "Post = \"" + after + "\"");

        assertThat(lab.call(port, Map.of("how", List.of("go"))).drain().ending())
                .isEqualTo(new Ending.Exited(0));
        assertThat(lab.file("around")).isEqualTo("before\ntool\nafter\n");

        Ended ended = lab.call(port, Map.of("how", List.of("stop"))).drain();
        assertThat(ended.ending()).isInstanceOf(Ending.NotStarted.class);
        assertThat(ended.note()).contains("Pre", "exit 1", "no disk");
        assertThat(lab.file("around")).isEqualTo("before\ntool\nafter\nbefore\nafter\n");
    }

    @Test
    void aTimeoutEndsAllThatTheToolStarted() {
        PortName port = lab.offer("tree", ServiceLab.TREE, "callee", "", "Timeout = \"1\"");

        Ended ended = lab.call(port, Map.of()).drain();

        assertThat(ended.ending()).isEqualTo(new Ending.TimedOut(Duration.ofSeconds(1)));
        assertThat(lab.processes("tree")).hasSize(3).noneMatch(ServiceLab::lives);
    }

    @Test
    void aCallThatIsCalledOffEnds() {
        PortName port = lab.offer("off", ServiceLab.TREE, "callee", "");
        TestCall call = lab.call(port, Map.of()).grant(TestCall.WINDOW);
        lab.awaitProcesses("off");

        call.off();

        assertThat(call.ended().ending()).isEqualTo(new Ending.Cancelled());
        assertThat(lab.processes("off")).noneMatch(ServiceLab::lives);
    }

    @Test
    void aCallerWhoIsSilentOrGoneLeavesNothingBehindEvenWhenTheToolIsBlocked() {
        PortName port = lab.offer("flood", ServiceLab.TREE + "\nyes", "callee", "");
        lab.call(port, Map.of()).grant(1000);
        lab.awaitProcesses("flood");
        List<Long> silent = lab.processes("flood");
        lab.forget("flood");
        try (TestCaller gone = new TestCaller(lab.lab, lab.lab.administrator)) {
            gone.call(port, Map.of()).grant(1000);
            lab.awaitProcesses("flood");
        }
        List<Long> orphans = lab.processes("flood");

        await().atMost(TestLab.PACE.silence().dividedBy(2))
                .until(() -> orphans.stream().noneMatch(ServiceLab::lives));
        await().atMost(TestLab.PACE.silence().multipliedBy(2))
                .until(() -> silent.stream().noneMatch(ServiceLab::lives));
    }

    @Test
    void nothingRunsWithoutTheCallersSecondWord() {
        PortName port = lab.offer("once", "echo ran >>once.ran", "callee", "", "Slots = \"1\"");
        TestCaller caller = lab.caller();
        ServiceCall request = caller.request(port, Map.of());
        TestCall call = caller.call(request);
        SignedMessage credit = caller.signed(call.credit(TestCall.WINDOW));
        caller.send(Addresses.calls(lab.lab.host), credit);
        assertThat(call.ended().ending()).isEqualTo(new Ending.Exited(0));

        // A replay of both, as whoever sits on the broker could do it.
        caller.send(Addresses.calls(port), caller.signed(request));
        await().until(() ->
                caller.replies(call.id(), ServiceReply.Accepted.class).size() == 2);
        caller.send(Addresses.calls(lab.lab.host), credit);

        // The only slot is free again when nobody has claimed the acceptance.
        assertThat(lab.call(port, Map.of()).drain().ending()).isEqualTo(new Ending.Exited(0));
        assertThat(lab.file("once.ran")).isEqualTo("ran\nran\n");
    }

    /** Another host may know the caller: it must not wait for one that has taken the call from the queue and dropped it. */
    @Test
    void aStrangersCallRunsNothingAndIsTurnedAwayByASignedAnswer() {
        PortName port = lab.offer("strange", "echo ran >>strange.ran", "callee", "");
        try (TestCaller stranger = TestCaller.stranger(lab.lab)) {
            assertThat(stranger.call(port, Map.of()).declined().reason()).isEqualTo(DeclineReason.NOT_ALLOWED);
            ServiceCall pinned = stranger.request(port, Map.of(), "", Optional.of(lab.lab.host), Duration.ZERO);
            assertThat(stranger.call(pinned).declined().reason()).isEqualTo(DeclineReason.NOT_ALLOWED);
            ServiceCall unsigned = stranger.request(port, Map.of());
            stranger.send(Addresses.calls(port), new SignedMessage(Codec.write(unsigned), Bytes.utf8("no signature")));
            assertThat(lab.call(port, Map.of()).drain().ending()).isEqualTo(new Ending.Exited(0));
            assertThat(stranger.replies(unsigned.call())).isEmpty();
        }
        assertThat(lab.file("strange.ran")).isEqualTo("ran\n");
    }

    @Test
    void whoIsNotAmongTheCallersIsToldSo() {
        SecretKey host = SecretKey.generate("lab-99", Clock.systemUTC());
        lab.script("few", "true");
        lab.lab.provision(ServiceLab.port("few"));
        Callers callers = new Callers(
                new TreeSet<>(Set.of(new Fingerprint("B".repeat(40)))),
                List.of(new HostCaller(
                        new HostName("lab-99"), host.certificate().armored())));
        lab.install(lab.description("few", "callee", ""), callers);

        assertThat(lab.call(ServiceLab.port("few"), Map.of()).declined().reason())
                .isEqualTo(DeclineReason.NOT_ALLOWED);
        try (TestCaller allowed = new TestCaller(lab.lab, host)) {
            assertThat(allowed.call(ServiceLab.port("few"), Map.of()).drain().ending())
                    .isEqualTo(new Ending.Exited(0));
        }
    }

    @Test
    void whatIsMeantMustBeWhatIsOffered() {
        PortName port = lab.offer("spec", "true", "callee", "");
        TestCaller caller = lab.caller();

        assertThat(caller.call(caller.request(port, Map.of(), "0".repeat(64), Optional.empty(), Duration.ZERO))
                        .declined()
                        .reason())
                .isEqualTo(DeclineReason.SPEC_MISMATCH);
        assertThat(caller.call(pinned(new PortName("Never", "offered")))
                        .declined()
                        .reason())
                .isEqualTo(DeclineReason.NO_SUCH_SERVICE);
        String spec = lab.lab.services("labcast_interface = 'Ispec'").get(0).spec();
        assertThat(caller.call(caller.request(port, Map.of(), spec, Optional.empty(), Duration.ZERO))
                        .drain()
                        .ending())
                .isEqualTo(new Ending.Exited(0));
    }

    private static ServiceCall pinned(PortName port) {
        return lab.caller().request(port, Map.of(), "", Optional.of(lab.lab.host), Duration.ZERO);
    }

    @Test
    void noMoreRunThanThereAreSlots() {
        PortName port =
                lab.offer("slot", "while ! test -e slot.go; do sleep 0.05; done", "callee", "", "Slots = \"1\"");
        TestCall first = lab.caller().call(pinned(port)).grant(TestCall.WINDOW);
        TestCall second = lab.call(port, Map.of());

        assertThat(lab.caller().call(pinned(port)).declined().reason()).isEqualTo(DeclineReason.BUSY);
        assertThat(lab.caller().replies(second.id())).as("waits on the broker").isEmpty();
        lab.write("slot.go");

        assertThat(first.drain().ending()).isEqualTo(new Ending.Exited(0));
        assertThat(second.drain().ending()).isEqualTo(new Ending.Exited(0));
    }

    @Test
    void outputBeyondTheLimitIsCounted() {
        PortName port = lab.offer("cap", "head -c 5000 /dev/zero", "callee", "", "Output-Limit = \"1000\"");

        TestCall call = lab.call(port, Map.of());

        assertThat(call.drain().capped()).isEqualTo(4000);
        assertThat(call.received()).isEqualTo(1000);
    }
}
