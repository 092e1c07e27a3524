package org.labcast.agent.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labcast.model.result.Ending;

/** Each command writes the number of its long-lived process to a file, so that the test sees what became of it. */
class CommandEndingTest {
    private static final Ending TIMED_OUT = new Ending.TimedOut(Duration.ofSeconds(1));

    @TempDir
    Path folder;

    TestHost host;

    /** Without control groups, which would catch everything and hide how much is found without them. */
    @BeforeEach
    void openHost() {
        host = new TestHost(folder, 1 << 20, Optional.empty());
    }

    @AfterEach
    void endWhatIsLeft() {
        pids().forEach(ProcessHandle::destroyForcibly);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo $$ >>pids; exec sleep 60",
                "sleep 60 & echo $! >>pids; wait",
                "trap '' TERM; echo $$ >>pids; while :; do sleep 1; done",
                "setsid sh -c 'echo $$ >>pids; exec sleep 60' & wait",
                "setsid sh -c 'trap \"\" TERM HUP; echo $$ >>pids; while :; do sleep 1; done'",
                "(setsid sh -c '(echo $(sh -c \"echo \\$PPID\") >>pids; exec sleep 60) &' &); sleep 60",
                "env -i sh -c 'echo $$ >>pids; exec sleep 60'",
                "env -i setsid sh -c 'echo $$ >>pids; exec sleep 60' & wait",
                "echo $$ >>pids; kill -STOP $$; sleep 60",
            })
    void atTheTimeoutTheWholeTreeEnds(String command) {
        CommandResult result = runInFolder(command);

        assertThat(result.ending()).isEqualTo(TIMED_OUT);
        assertThat(pids()).isEmpty();
        assertThat(folder.resolve("pids")).isNotEmptyFile();
    }

    /** Nothing but a control group sees a process that left its session, its parents and its environment. */
    @Test
    void theControlGroupHoldsWhatHidesCompletely() {
        assumeTrue(ControlGroup.own().isPresent(), "the agent's control group (version 2) is not writable");
        host = new TestHost(folder);

        runInFolder("(env -i setsid sh -c '(echo $(sh -c \"echo \\$PPID\") >>pids; exec sleep 60) &' &); sleep 60");

        assertThat(folder.resolve("pids")).isNotEmptyFile();
        assertThat(pids()).isEmpty();
    }

    @Test
    void whatGoesAtTermIsNotKilled() {
        CommandResult result = runInFolder("trap 'echo tidied; exit 0' TERM; while :; do sleep 0.1; done");

        assertThat(result.ending()).isEqualTo(TIMED_OUT);
        assertThat(result.out().head().text()).isEqualTo("tidied\n");
    }

    @Test
    void aShellThatIsEndedDoesNotGoOnToItsNextCommand() {
        runInFolder("sleep 60; touch next");

        assertThat(folder.resolve("next")).doesNotExist();
    }

    @Test
    void anotherThreadCancels() {
        CompletableFuture<CommandResult> running = CompletableFuture.supplyAsync(
                () -> host.run("cd " + folder + "; setsid sleep 60 & echo $! >>pids; wait"));
        await().until(() -> Files.exists(folder.resolve("pids")) && !pids().isEmpty());

        host.cancellation.cancel();

        assertThat(running.join().ending()).isEqualTo(new Ending.Cancelled());
        assertThat(pids()).isEmpty();
    }

    @Test
    void anInterruptedRunnerEndsItsCommand() throws Exception {
        CompletableFuture<CommandResult> result = new CompletableFuture<>();
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        Thread worker = new Thread(() -> {
            result.complete(host.run("cd " + folder + "; echo $$ >>pids; exec sleep 60"));
            flag.complete(Thread.currentThread().isInterrupted());
        });
        worker.start();
        await().until(() -> Files.exists(folder.resolve("pids")) && !pids().isEmpty());

        worker.interrupt();

        assertThat(result.join().ending()).isEqualTo(new Ending.Interrupted());
        assertThat(flag.join()).isTrue();
        assertThat(pids()).isEmpty();
    }

    @Test
    void aBackgroundProcessThatHoldsTheOutputDoesNotHoldUpTheRunner() {
        CommandResult result = host.run("cd " + folder + "; sleep 60 & echo $! >>pids; echo done");

        assertThat(result.ending()).isEqualTo(new Ending.Exited(0));
        assertThat(result.out().head().text()).isEqualTo("done\n");
        assertThat(pids()).as("it runs on").hasSize(1);
    }

    @Test
    void aBackgroundProcessThatWritesForEverIsCutOff() {
        CommandResult result = host.run("cd " + folder + "; yes & echo $! >>pids");

        assertThat(result.ending()).isEqualTo(new Ending.Exited(0));
        await().until(() -> pids().isEmpty());
    }

    /** Theirs are the same job and host; what one left in the background is none of the other's processes. */
    @Test
    void theTimeoutSparesWhatAnEarlierCommandOfTheJobLeft() {
        host.run("cd " + folder + "; setsid sh -c 'while :; do sleep 0.3; done' >/dev/null 2>&1 & echo $! >>pids");
        await().until(() -> pids().size() == 1);

        Command later = new Command(host.job, 1, 0, "sleep 60", TestHost.timeout(Duration.ofSeconds(1)));
        assertThat(host.runner.run(later, host.cancellation).ending()).isEqualTo(TIMED_OUT);

        assertThat(pids()).hasSize(1);
    }

    private CommandResult runInFolder(String command) {
        return host.run("cd " + folder + "\n" + command, TestHost.timeout(Duration.ofSeconds(1)));
    }

    /** Those of the processes in the file that live; a zombie that nobody reaps does not. */
    private List<ProcessHandle> pids() {
        Path file = folder.resolve("pids");
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Arrays.stream(Files.readString(file).split("\\s+"))
                    .filter(pid -> !pid.isEmpty())
                    .map(Long::valueOf)
                    .filter(pid -> ProcessEntry.of(pid).isPresent())
                    .flatMap(pid -> ProcessHandle.of(pid).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
