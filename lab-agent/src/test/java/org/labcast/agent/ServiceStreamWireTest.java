package org.labcast.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.broker.TestBroker;
import org.labcast.model.result.Ending;
import org.labcast.model.service.PortName;
import org.labcast.model.service.ServiceReply;
import org.labcast.model.service.ServiceReply.Ended;
import org.labcast.model.service.ServiceReply.Piece;

/** Streams of an agent within this process, on a real broker. */
class ServiceStreamWireTest {
    /** Writes 1 KiB lines and counts them in a file. */
    private static final String COUNTING = """
            name=${0##*/}
            line=$(head -c 1023 /dev/zero | tr '\\0' x)
            i=0
            while [ $i -lt 500 ]; do
                echo "$line"
                i=$((i + 1))
                echo $i >"$name.written"
            done
            """;

    @TempDir
    Path folder;

    @RegisterExtension
    final TestBroker broker = new TestBroker();

    private ServiceLab lab;

    @BeforeEach
    void start() {
        lab = new ServiceLab(broker, folder);
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    private long written(String tool) {
        String number = lab.file(tool + ".written").strip();
        return number.isEmpty() ? 0 : Long.parseLong(number) << 10;
    }

    @Test
    void aSlowReaderSlowsTheToolAndLosesNothing() {
        PortName port = lab.offer("patient", COUNTING, "process", "");
        TestCall call = lab.call(port, Map.of()).grant(10_000);
        await().until(() -> call.received() == 10_000);
        // The caller says that it is there, and takes no more: the tool fills its pipe and waits.
        await().during(TestLab.PACE.alive().multipliedBy(3)).until(() -> call.received() == 10_000);
        assertThat(written("patient")).isLessThan(300 << 10);
        assertThat(lab.caller().replies(call.id(), ServiceReply.Alive.class)).isNotEmpty();

        Ended ended = call.drain();

        assertThat(ended.ending()).isEqualTo(new Ending.Exited(0));
        assertThat(call.received()).isEqualTo(500 << 10);
        assertThat(ended.dropped()).isZero();
        List<Piece> pieces = call.pieces();
        assertThat(pieces)
                .extracting(Piece::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, pieces.size()).boxed().toList());
    }

    @Test
    void aSlowReaderOfALiveStreamIsToldHowMuchItMissed() {
        PortName port = lab.offer("live", COUNTING, "process", "", "Slow-Reader = \"drop\"");
        TestCall call = lab.call(port, Map.of()).grant(100_000);

        Ended ended = call.ended();

        assertThat(ended.ending()).isEqualTo(new Ending.Exited(0));
        assertThat(call.received()).isEqualTo(100_000);
        assertThat(call.pieces().stream().mapToLong(Piece::dropped).sum() + ended.dropped())
                .isEqualTo((500 << 10) - 100_000);
    }

    @Test
    void aLostConnectionEndsTheToolAndTheNextOneServesAgain() {
        PortName port = lab.offer("lost", ServiceLab.TREE, "process", "");
        lab.call(port, Map.of()).grant(TestCall.WINDOW);
        lab.awaitProcesses("lost");
        List<Long> processes = lab.processes("lost");
        lab.forget("lost");

        lab.restartBroker();

        await().until(() -> processes.stream().noneMatch(ServiceLab::lives));
        try (TestCaller caller = new TestCaller(lab.lab, lab.lab.administrator)) {
            caller.call(port, Map.of()).grant(TestCall.WINDOW);
            lab.awaitProcesses("lost");
        }
    }

    @Test
    void anAgentThatStopsEndsTheStreamAndSaysSo() {
        PortName port = lab.offer("stop", ServiceLab.TREE, "process", "");
        TestCall call = lab.call(port, Map.of()).grant(TestCall.WINDOW);
        lab.awaitProcesses("stop");

        assertThat(lab.lab.stopAgent()).isTrue();

        assertThat(call.ended().ending()).isEqualTo(new Ending.Interrupted());
        assertThat(lab.processes("stop")).noneMatch(ServiceLab::lives);
        assertThat(lab.lab.services("")).allMatch(entry -> entry.leaving());
    }
}
