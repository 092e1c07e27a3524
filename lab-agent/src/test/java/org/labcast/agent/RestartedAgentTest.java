package org.labcast.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labcast.agent.process.OrphanReaper;
import org.labcast.broker.TestBroker;
import org.labcast.model.OrderId;
import org.labcast.model.order.Cancel;
import org.labcast.model.result.Event;
import org.labcast.model.result.JobEnd;
import org.labcast.model.result.TaskState;

/** The shell of a job outlives the agent, as the program it is: killed, stopped, and restarted by its own job. */
class RestartedAgentTest {
    @RegisterExtension
    static final TestBroker broker = new TestBroker();

    @TempDir
    Path folder;

    private TestLab lab;
    private Process agent;

    @BeforeEach
    void open() throws IOException {
        lab = new TestLab(broker, folder);
        startAgent();
    }

    @AfterEach
    void close() throws IOException {
        Files.write(folder.resolve("go"), new byte[0]);
        agent.destroyForcibly();
        lab.close();
    }

    private void startAgent() throws IOException {
        agent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx96m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "run",
                        "--config",
                        lab.paths.config().toString(),
                        "--state",
                        lab.paths.state().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = agent.inputReader();
        assertThat(out.readLine()).isEqualTo("ready " + lab.host + " in lab");
    }

    private String marking() {
        return "echo ran >>%1$s/marks; echo before; touch %1$s/begun; while [ -d %1$s ] && [ ! -e %1$s/go ]; do sleep 0.1; done; echo after; x=${x}2"
                .formatted(folder);
    }

    private List<TaskState> states(OrderId job) {
        return lab.events(job, Event.TaskDone.class).stream()
                .map(done -> done.outcome().state())
                .toList();
    }

    private String output(OrderId job) {
        return lab.events(job, Event.TaskDone.class).stream()
                .flatMap(done -> done.outcome().attempts().stream())
                .map(attempt -> attempt.out().head().text())
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCommandGoesOnWhileItsAgentIsAway(boolean stopped) throws Exception {
        OrderId job = lab.push(lab.typed("x=1", marking(), "echo $x"));
        TestLab.awaitFile(folder.resolve("begun"));

        if (stopped) {
            agent.destroy();
            assertThat(agent.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(agent.exitValue()).isZero();
        } else {
            agent.destroyForcibly().onExit().join();
        }
        startAgent();
        Files.createFile(folder.resolve("go"));

        assertThat(lab.awaitEvent(job, Event.Finished.class).end()).isEqualTo(JobEnd.DONE);
        assertThat(states(job)).containsOnly(TaskState.SUCCEEDED).hasSize(3);
        assertThat(output(job)).isEqualTo("before\nafter\n12\n");
        assertThat(folder.resolve("marks")).hasContent("ran");
    }

    @Test
    void aCommandThatEndsWhileItsAgentIsAwayHasItsOutcome() throws Exception {
        OrderId job = lab.push(lab.typed("x=1", marking() + "; touch " + folder + "/over; (exit 3)", "echo $? $x"));
        TestLab.awaitFile(folder.resolve("begun"));

        agent.destroyForcibly().onExit().join();
        Files.createFile(folder.resolve("go"));
        TestLab.awaitFile(folder.resolve("over"));
        startAgent();

        lab.awaitEvent(job, Event.Finished.class);
        assertThat(states(job)).containsExactly(TaskState.SUCCEEDED, TaskState.FAILED, TaskState.SUCCEEDED);
        assertThat(output(job)).isEqualTo("before\nafter\n3 12\n");
        assertThat(folder.resolve("marks")).hasContent("ran");
    }

    /** As {@code systemctl restart labcast-agent} does inside a job. */
    @Test
    void aJobRestartsItsOwnAgent() throws Exception {
        Files.writeString(folder.resolve("pid"), Long.toString(agent.pid()));
        OrderId job = lab.push(lab.typed(
                "cd " + folder + "; sleep 300 & bg=$!",
                "echo ran >>marks; kill -TERM $(cat pid); while kill -0 $(cat pid) 2>/dev/null; do sleep 0.1; done; touch down",
                "kill -0 $bg && echo still there; kill $bg"));

        TestLab.awaitFile(folder.resolve("down"));
        startAgent();

        lab.awaitEvent(job, Event.Finished.class);
        assertThat(states(job)).containsOnly(TaskState.SUCCEEDED).hasSize(3);
        assertThat(output(job)).isEqualTo("still there\n");
        assertThat(folder.resolve("marks")).hasContent("ran");
    }

    @Test
    void theEndOfTheFileIsThatOfItsShell() {
        OrderId job = lab.push(lab.typed("trap 'echo bye' EXIT", "echo one", "exit 0", "echo never"));

        assertThat(lab.awaitEvent(job, Event.Finished.class).end()).isEqualTo(JobEnd.DONE);
        assertThat(states(job))
                .containsExactly(TaskState.SUCCEEDED, TaskState.SUCCEEDED, TaskState.SUCCEEDED, TaskState.SKIPPED);
        assertThat(output(job)).isEqualTo("one\nbye\n");
    }

    @Test
    void anErrexitStopsTheRest() {
        OrderId job = lab.push(lab.typed("set -e; trap 'echo bye $?' EXIT", "(exit 4)", "echo never"));

        assertThat(lab.awaitEvent(job, Event.Finished.class).end()).isEqualTo(JobEnd.STOPPED);
        assertThat(states(job)).containsExactly(TaskState.SUCCEEDED, TaskState.FAILED, TaskState.SKIPPED);
        assertThat(output(job)).isEqualTo("bye 4\n");
    }

    @Test
    void whatAJobLeftRunsOnUntilItIsCancelled() throws IOException {
        OrderId job = lab.push(lab.typed("sleep 300 & echo $! >" + folder + "/pid"));
        lab.awaitEvent(job, Event.Finished.class);
        Path process = Path.of("/proc", Files.readString(folder.resolve("pid")).strip());
        assertThat(process).exists();
        assertThat(new OrphanReaper(lab.host, Duration.ZERO).running()).containsKey(job);

        lab.push(new Cancel(lab.header(), job));

        await().atMost(Duration.ofSeconds(20)).until(() -> !Files.exists(process));
    }

    @Test
    void nothingIsKeptOfTheShellsOfAJobThatIsOver() throws IOException {
        OrderId job = lab.push(lab.typed("x=secret", "true"));
        lab.awaitEvent(job, Event.Finished.class);
        await().until(() -> {
            try (Stream<Path> left = Files.list(lab.paths.shells())) {
                return left.findAny().isEmpty();
            }
        });
    }
}
