package org.labcast.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.broker.TestBroker;
import org.labcast.model.OrderId;
import org.labcast.model.order.OnFailure;
import org.labcast.model.order.TaskOptions;
import org.labcast.model.result.Attempt;
import org.labcast.model.result.Ending;
import org.labcast.model.result.Event;
import org.labcast.model.result.JobEnd;
import org.labcast.model.result.Outcome;
import org.labcast.model.result.TaskState;
import org.labcast.model.service.PortName;
import picocli.CommandLine;

/** The agent as the program it is, in a process of its own, killed and stopped. */
class KilledAgentTest {
    @RegisterExtension
    static final TestBroker broker = new TestBroker();

    @TempDir
    Path folder;

    private TestLab lab;
    private Process agent;

    @BeforeEach
    void open() {
        lab = new TestLab(broker, folder);
    }

    @AfterEach
    void close() throws IOException {
        Files.write(folder.resolve("go"), new byte[0]);
        agent.destroyForcibly();
        lab.close();
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
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
    }

    private void startAgent() throws IOException {
        agent = start();
        BufferedReader out = agent.inputReader();
        assertThat(out.readLine()).isEqualTo("ready " + lab.host + " in lab");
    }

    /** Leaves a mark each time it runs, and runs until it is let go. */
    private String marking() {
        return "echo ran >> %1$s/marks; echo $$ > %1$s/pid; touch %1$s/begun; while [ -d %1$s ] && [ ! -e %1$s/go ]; do sleep 0.1; done"
                .formatted(folder);
    }

    @Test
    void aCommandWhoseAgentIsKilledHasRunExactlyOnce() throws IOException {
        startAgent();
        OrderId job = lab.push(lab.job(marking(), "echo after >> " + folder.resolve("marks")));
        TestLab.awaitFile(folder.resolve("begun"));

        agent.destroyForcibly().onExit().join();
        assertThat(shellLives()).as("it outlives the agent").isTrue();
        startAgent();
        assertThat(shellLives()).as("and goes on under the next one").isTrue();
        Files.createFile(folder.resolve("go"));

        assertThat(lab.awaitEvent(job, Event.Finished.class).end()).isEqualTo(JobEnd.DONE);
        assertThat(states(job)).containsExactly(TaskState.SUCCEEDED, TaskState.SUCCEEDED);
        assertThat(Files.readAllLines(folder.resolve("marks"))).containsExactly("ran", "after");
    }

    @Test
    void aCommandThatEndsWhileNoAgentRunsIsReportedAsItEnded() throws Exception {
        startAgent();
        OrderId job = lab.push(lab.job("echo before; " + marking() + "; echo behind; echo bad >&2; exit 7"));
        TestLab.awaitFile(folder.resolve("begun"));

        agent.destroyForcibly().onExit().join();
        ProcessHandle shell = shell();
        Files.createFile(folder.resolve("go"));
        shell.onExit().join();
        startAgent();

        Outcome outcome = lab.awaitEvent(job, Event.TaskDone.class).outcome();
        assertThat(outcome.state()).isEqualTo(TaskState.FAILED);
        Attempt attempt = outcome.attempts().get(0);
        assertThat(attempt.ending()).isEqualTo(new Ending.Exited(7));
        assertThat(attempt.out().head().text()).isEqualTo("before\nbehind\n");
        assertThat(attempt.err().head().text()).isEqualTo("bad\n");
        assertThat(Files.readAllLines(folder.resolve("marks"))).containsExactly("ran");
    }

    @Test
    void aCommandThatNobodyKnowsTheEndOfIsEndedAndCalledInterrupted() throws IOException {
        startAgent();
        OrderId job = lab.push(lab.job(marking(), "echo after >> " + folder.resolve("marks")));
        TestLab.awaitFile(folder.resolve("begun"));

        killWithKeeper();
        assertThat(shellLives()).as("it outlives both").isTrue();
        startAgent();

        assertThat(lab.awaitEvent(job, Event.Finished.class).end()).isEqualTo(JobEnd.DONE);
        assertThat(shellLives()).as("and is ended by the next one").isFalse();
        assertThat(states(job)).containsExactly(TaskState.INTERRUPTED, TaskState.SUCCEEDED);
        assertThat(Files.readAllLines(folder.resolve("marks"))).containsExactly("ran", "after");
    }

    private List<TaskState> states(OrderId job) {
        return lab.events(job, Event.TaskDone.class).stream()
                .map(done -> done.outcome().state())
                .toList();
    }

    private ProcessHandle shell() throws IOException {
        long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    /** The agent, and what would have told the next one how the command ended. */
    private void killWithKeeper() throws IOException {
        ProcessHandle keeper = shell().parent().orElseThrow();
        agent.destroyForcibly().onExit().join();
        keeper.destroyForcibly();
        keeper.onExit().join();
    }

    /** A zombie, which only its parent can clear away, has no command line. */
    private boolean shellLives() throws IOException {
        Path commandLine =
                Path.of("/proc", Files.readString(folder.resolve("pid")).strip(), "cmdline");
        return Files.exists(commandLine) && !Files.readString(commandLine).isEmpty();
    }

    @Test
    void theNextAgentEndsTheCallsOfOneThatWasKilled() throws IOException {
        startAgent();
        ServiceLab services = new ServiceLab(lab, folder);
        PortName port = services.offer("left", ServiceLab.TREE, "callee", "");
        services.call(port, Map.of()).grant(TestCall.WINDOW);
        services.awaitProcesses("left");

        agent.destroyForcibly().onExit().join();
        assertThat(services.processes("left")).allMatch(ServiceLab::lives);
        startAgent();

        assertThat(services.processes("left")).noneMatch(ServiceLab::lives);
    }

    @Test
    void ofAnIdempotentCommandTwoNeverRunAtOnce() throws IOException {
        startAgent();
        TaskOptions idempotent = TaskOptions.DEFAULT.toBuilder()
                .onFailure(OnFailure.STOP)
                .idempotent(true)
                .build();
        String alone = "[ -e %1$s/pid ] && grep -qs . /proc/$(cat %1$s/pid)/cmdline && echo overlap >> %1$s/marks; "
                .formatted(folder);
        OrderId job = lab.push(Samples.job(lab.header(), idempotent, alone + marking()));
        TestLab.awaitFile(folder.resolve("begun"));

        killWithKeeper();
        Files.delete(folder.resolve("begun"));
        startAgent();
        TestLab.awaitFile(folder.resolve("begun"));
        Files.createFile(folder.resolve("go"));

        assertThat(lab.awaitEvent(job, Event.TaskDone.class).outcome().state()).isEqualTo(TaskState.SUCCEEDED);
        assertThat(Files.readAllLines(folder.resolve("marks"))).containsExactly("ran", "ran");
    }

    @Test
    void aTerminatedAgentEndsItsCommandAndExitsWithSuccess() throws Exception {
        startAgent();
        OrderId job = lab.push(lab.job(marking()));
        TestLab.awaitFile(folder.resolve("begun"));

        agent.destroy();

        assertThat(agent.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(agent.exitValue()).isZero();
        assertThat(lab.awaitEvent(job, Event.TaskDone.class).outcome().state()).isEqualTo(TaskState.INTERRUPTED);
    }

    @Test
    void statusTellsWhatALiveAndAKilledAgentHaveToDo() throws IOException {
        startAgent();
        OrderId job = lab.push(lab.job("true", marking()));
        TestLab.awaitFile(folder.resolve("begun"));
        assertThat(status())
                .contains(lab.host + " of realm lab, running\n", "Z connected to tcp:", "no job yet")
                .contains("to do      jobs, in this order:\n", job + " begun, 1 commands done");

        agent.destroyForcibly().onExit().join();

        assertThat(status()).contains("not running: 'lab-agent run' starts it", "not connected", job + " begun");
        assertThat(status("--json")).contains("\"running\":false", "\"id\":\"" + job + "\"");
    }

    private String status(String... more) {
        StringWriter out = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of(
                "status",
                "--config",
                lab.paths.config().toString(),
                "--state",
                lab.paths.state().toString()));
        arguments.addAll(List.of(more));
        CommandLine line = Main.commandLine().setOut(new PrintWriter(out, true));
        assertThat(line.execute(arguments.toArray(String[]::new))).isZero();
        return out.toString();
    }

    @Test
    void aSecondAgentOnTheSameStateIsTurnedAway() throws Exception {
        startAgent();
        Process second = start();

        assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(List.of(second.inputReader().readLine() == null)).containsExactly(true);
    }
}
