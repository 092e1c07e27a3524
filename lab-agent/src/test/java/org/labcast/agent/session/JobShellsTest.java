package org.labcast.agent.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labcast.agent.core.StoppedException;
import org.labcast.agent.process.CommandResult;
import org.labcast.model.order.Script;
import org.labcast.model.order.Task;
import org.labcast.model.result.Ending;
import org.labcast.model.result.Outcome;
import org.labcast.model.result.TaskState;

/** How commands of a living shell end, what ends with them, and what a new life of the agent finds. */
class JobShellsTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private static Task task(String text, Duration timeout) {
        return new Task(text, 1, SessionHost.options(timeout, "", "", "sh"));
    }

    private SessionHost host(Task... tasks) {
        return new SessionHost(folder, "sh", List.of(tasks));
    }

    private static List<Ending> endings(List<CommandResult> results) {
        return results.stream().map(CommandResult::ending).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exit 3",
                "f() { exit 3; }; f",
                "exec sh -c 'exit 3'",
                "set -e; (exit 3)",
                "trap 'exit 3' EXIT; exit 0"
            })
    void aShellThatEndsEndsTheFile(String text) {
        try (SessionHost host = new SessionHost(folder, "sh", "echo one", text, "echo never")) {
            assertThat(endings(host.runAll())).containsExactly(new Ending.Exited(0), new Ending.Exited(3));
            assertThat(host.shells.hasEnded()).isTrue();
        }
    }

    @Test
    void aFailureWithoutErrexitEndsNothing() {
        try (SessionHost host =
                new SessionHost(folder, "bash", "false", "nosuchcommand", "echo 'unclosed", "echo on")) {
            assertThat(endings(host.runAll()))
                    .containsExactly(
                            new Ending.Exited(1), new Ending.Exited(127), new Ending.Exited(2), new Ending.Exited(0));
        }
    }

    @Test
    void aCommandThatIsNotWholeHarmsNothingButItself() {
        try (SessionHost host = new SessionHost(folder, "sh", "cat <<END\ntext", "echo on")) {
            List<CommandResult> results = host.runAll();
            assertThat(SessionHost.out(results.get(0))).startsWith("text\n");
            assertThat(SessionHost.out(results.get(1))).isEqualTo("on\n");
        }
    }

    @Test
    void outputIsThatOfTheCommandThatWroteIt() {
        String flood = "i=0; while [ $i -lt 3000 ]; do echo line $i; echo err $i >&2; i=$((i+1)); done";
        try (SessionHost host = new SessionHost(folder, "sh", "printf first", flood, "printf last >&2")) {
            List<CommandResult> results = host.runAll();
            assertThat(SessionHost.out(results.get(0))).isEqualTo("first");
            assertThat(results.get(1).out().total())
                    .isEqualTo(results.get(1).err().total() + 3000);
            assertThat(SessionHost.out(results.get(1))).startsWith("line 0\n").endsWith("line 2999\n");
            assertThat(SessionHost.err(results.get(2))).isEqualTo("last");
            assertThat(SessionHost.out(results.get(2))).isEmpty();
        }
    }

    @Test
    void redirectionsOfTheShellStay() throws IOException {
        try (SessionHost host = new SessionHost(
                folder,
                "sh",
                "exec 3>three",
                "echo to three >&3",
                "exec >log 2>&1",
                "echo logged; nosuch",
                "exec 3>&-")) {
            assertThat(host.runAll())
                    .allSatisfy(result -> assertThat(SessionHost.out(result)).isEmpty());
            assertThat(folder.resolve("three")).hasContent("to three");
            assertThat(Files.readString(folder.resolve("log")))
                    .startsWith("logged\n")
                    .contains("nosuch");
        }
    }

    @Test
    void tracingShowsTheCommandsAndNothingElse() {
        try (SessionHost host =
                new SessionHost(folder, "sh", "set -x", "echo a", "false", "echo $?", "set +x", "echo b")) {
            String traced = host.runAll().stream().map(SessionHost::err).collect(Collectors.joining());
            assertThat(traced).isEqualTo("+ echo a\n+ false\n+ echo 1\n+ set +x\n");
        }
    }

    @Test
    void backgroundJobsCanBeWaitedFor() {
        try (SessionHost host =
                new SessionHost(folder, "sh", "(sleep 0.3; exit 7) & pid=$!", "echo between", "wait $pid", "echo $?")) {
            List<CommandResult> results = host.runAll();
            assertThat(results.get(2).ending()).isEqualTo(new Ending.Exited(7));
            assertThat(SessionHost.out(results.get(3))).isEqualTo("7\n");
        }
    }

    @Test
    void theTimeoutEndsTheCommandAndNotWhatEarlierOnesLeft() throws IOException {
        try (SessionHost host = host(
                task("x=kept; sleep 60 & echo $! >earlier", LONG),
                task("(while :; do sleep 60; done) & echo $! >later; while :; do :; done", Duration.ofSeconds(1)),
                task("echo $x", LONG))) {
            List<CommandResult> results = host.runAll();

            assertThat(results.get(1).ending()).isEqualTo(new Ending.TimedOut(Duration.ofSeconds(1)));
            assertThat(SessionHost.out(results.get(2))).isEqualTo("kept\n");
            assertThat(lives("earlier")).isTrue();
            assertThat(lives("later")).isFalse();
            ProcessHandle.of(pid("earlier")).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private long pid(String file) throws IOException {
        return Long.parseLong(Files.readString(folder.resolve(file)).strip());
    }

    private boolean lives(String file) throws IOException {
        Path line = Path.of("/proc", Long.toString(pid(file)), "cmdline");
        return Files.exists(line) && !Files.readString(line).isEmpty();
    }

    @Test
    void aCancellationEndsTheCommand() throws IOException {
        try (SessionHost host = host(task("echo $$ >pid; touch begun; sleep 60", LONG))) {
            CompletableFuture<Void> cancelled = CompletableFuture.runAsync(() -> {
                await().until(() -> Files.exists(folder.resolve("begun")));
                host.cancellation.cancel();
            });
            assertThat(host.run(0).ending()).isEqualTo(new Ending.Cancelled());
            cancelled.join();
            assertThat(lives("pid")).isFalse();
        }
    }

    @Test
    void anotherAttemptBeginsWhereTheFirstOneBegan() {
        try (SessionHost host = new SessionHost(folder, "sh", "n=1; cd /usr", "n=2; cd /tmp; false", "echo $n $PWD")) {
            host.run(0);
            assertThat(SessionHost.status(host.run(1))).isEqualTo(1);
            assertThat(SessionHost.out(host.retry(1, 1, "echo $n $PWD; n=3"))).isEqualTo("1 /usr\n");
            assertThat(SessionHost.out(host.run(2))).isEqualTo("3 /usr\n");
        }
    }

    @Test
    void whereNothingChangedTheShellStaysForTheCorrection() {
        try (SessionHost host = new SessionHost(folder, "sh", "echo $$", "nosuch", "echo $$")) {
            String shell = SessionHost.out(host.run(0));
            host.run(1);
            assertThat(SessionHost.out(host.retry(1, 1, "echo $$ $?"))).isEqualTo(shell.strip() + " 0\n");
            assertThat(SessionHost.out(host.run(2))).isEqualTo(shell);
        }
    }

    @Test
    void aCorrectionTakesUpAShellThatErrexitEnded() {
        try (SessionHost host = new SessionHost(folder, "sh", "set -e; x=1", "nosuch", "echo $x; false; echo no")) {
            host.run(0);
            assertThat(host.run(1).ending()).isEqualTo(new Ending.Exited(127));
            assertThat(host.shells.hasEnded()).isTrue();
            assertThat(host.retry(1, 1, "true").ending()).isEqualTo(new Ending.Exited(0));
            assertThat(host.shells.hasEnded()).isFalse();
            CommandResult last = host.run(2);
            assertThat(SessionHost.out(last)).isEqualTo("1\n");
            assertThat(host.shells.hasEnded()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "bash"})
    void aShellWhoseFolderIsGoneIsNotMadeAnewElsewhere(String shell) {
        try (SessionHost host = new SessionHost(
                folder, shell, "mkdir d; cd d; trap 'rmdir ../d' EXIT; set -e", "nosuch", "touch elsewhere")) {
            host.run(0);
            assertThat(host.run(1).ending()).isEqualTo(new Ending.Exited(127));
            assertThat(host.retry(1, 1, "touch elsewhere").ending())
                    .isInstanceOfSatisfying(
                            Ending.NotStarted.class,
                            ending -> assertThat(ending.reason())
                                    .contains(folder.resolve("d").toString()));
            assertThat(host.run(2).ending()).isInstanceOf(Ending.NotStarted.class);
            assertThat(folder.resolve("elsewhere")).doesNotExist();
        }
    }

    @Test
    void theExitTrapSpeaksForTheLastCommand() {
        try (SessionHost host =
                new SessionHost(folder, "sh", "trap 'echo bye; touch gone' EXIT", "echo last; (exit 4)")) {
            CommandResult result = host.runAll().get(1);
            Outcome outcome = new Outcome(
                    1,
                    TaskState.FAILED,
                    List.of(new org.labcast.model.result.Attempt(
                            "",
                            java.util.Optional.empty(),
                            result.started(),
                            result.took(),
                            result.ending(),
                            result.out(),
                            result.err())),
                    List.of());

            Outcome finished = host.shells.finish(outcome, LONG);

            assertThat(finished.attempts().get(0).out().head().text()).isEqualTo("last\nbye\n");
            assertThat(finished.attempts().get(0).ending()).isEqualTo(new Ending.Exited(4));
            assertThat(folder.resolve("gone")).exists();
        }
    }

    @Test
    void aFolderOfOneCommandIsItsOwn() {
        Task there = new Task("pwd; x=1", 1, SessionHost.options(LONG, "", "/usr", "sh"));
        try (SessionHost host = host(task("cd /tmp", LONG), there, task("echo $x $PWD", LONG))) {
            assertThat(host.outputOfAll()).isEqualTo("/usr\n1 /tmp\n");
        }
    }

    @Test
    void scriptsAndOtherShellsAreChildren() {
        Task bash = new Task("a=(1 2); echo ${#a[@]} $X; X=2; exit 0", 1, SessionHost.options(LONG, "", "", "bash"));
        Task script = new Task(
                "import os\nprint(os.getcwd(), os.environ['X'])\n",
                1,
                SessionHost.PLAIN,
                new Script(List.of("python3", "-I")));
        try (SessionHost host = host(task("cd /usr; export X=1", LONG), bash, script, task("echo $X", LONG))) {
            assertThat(host.outputOfAll()).isEqualTo("2 1\n/usr 1\n1\n");
        }
    }

    @Test
    void eachUserHasAShellOfItsOwn() {
        Task nobody = new Task(
                "x=theirs; id -un; echo $USER $LOGNAME; pwd", 1, SessionHost.options(LONG, "nobody", "/", "sh"));
        Task again = new Task("echo $x", 1, SessionHost.options(LONG, "nobody", "", "sh"));
        folder.toFile().setExecutable(true, false);
        try (SessionHost host = host(task("x=ours; echo $USER", LONG), nobody, again, task("echo $x", LONG))) {
            assertThat(host.outputOfAll()).isEqualTo("root\nnobody\nnobody nobody\n/\ntheirs\nours\n");
        }
    }

    @Test
    void whatIsNotThereIsSaidSo() {
        Task nobody = new Task("true", 1, SessionHost.options(LONG, "nosuchuser", "", "sh"));
        Task nowhere = new Task("true", 1, SessionHost.options(LONG, "", "/nosuchfolder", "sh"));
        try (SessionHost host = host(nobody, nowhere)) {
            assertThat(endings(host.runAll()))
                    .allSatisfy(ending -> assertThat(ending).isInstanceOf(Ending.NotStarted.class));
        }
        try (SessionHost host = new SessionHost(folder, "nosuchshell", "true")) {
            assertThat(host.run(0).ending().describe()).contains("This host has no nosuchshell");
        }
    }

    @Test
    void largeCommandsAndLargeStatesCome() {
        String megabyte = "x='" + "y".repeat((1 << 20) - 30) + "'\necho ${#x}";
        try (SessionHost host = new SessionHost(folder, "sh", megabyte, "a=$x$x$x$x$x", "echo ${#a}")) {
            assertThat(SessionHost.out(host.run(0))).isEqualTo((1 << 20) - 30 + "\n");
            host.run(1);
            host.reboot();
            assertThat(SessionHost.out(host.run(2))).isEqualTo(5 * ((1 << 20) - 30) + "\n");
        }
    }

    @Test
    void aStateThatIsTooLargeLivesInItsShellAlone() {
        String grow = "x=yyyyyyyyyyyyyyyy; i=0; while [ $i -lt 20 ]; do x=$x$x; i=$((i+1)); done";
        try (SessionHost host = new SessionHost(folder, "sh", grow, "echo ${#x}", "echo ${#x}")) {
            host.run(0);
            assertThat(SessionHost.out(host.run(1))).isEqualTo((16 << 20) + "\n");
            host.reboot();
            assertThat(host.run(2).ending().describe()).contains("16 MiB");
        }
    }

    @Test
    void aNewLifeOfTheAgentFindsTheShell() {
        try (SessionHost host =
                new SessionHost(folder, "sh", "x=1; sleep 60 & echo $$ $!", "kill -0 $! && echo $x $$ $!; kill $!")) {
            String shell = SessionHost.out(host.run(0));
            host.restart();
            assertThat(SessionHost.out(host.run(1))).isEqualTo("1 " + shell);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aNewLifeOfTheAgentSeesARunningCommandToItsEnd(boolean endsMeanwhile) throws IOException {
        try (SessionHost host = new SessionHost(
                folder,
                "sh",
                "echo ran >>ran; echo before; touch begun; until [ -e go ]; do sleep 0.05; done; echo after; x=5; (exit 6)",
                "echo $x")) {
            Instant started = Instant.now();
            stopDuring(host);
            if (endsMeanwhile) {
                Files.createFile(folder.resolve("go"));
                await().until(() -> Files.readString(folder.resolve("ran")).equals("ran\n") && ended());
            }
            host.restart();
            if (!endsMeanwhile) {
                CompletableFuture.runAsync(
                        this::letGo,
                        CompletableFuture.delayedExecutor(1500, java.util.concurrent.TimeUnit.MILLISECONDS));
            }

            CommandResult result = host.shells
                    .resume(host.command(0, 0), started, host.cancellation)
                    .orElseThrow();

            assertThat(result.ending()).isEqualTo(new Ending.Exited(6));
            assertThat(SessionHost.out(result)).isEqualTo("before\nafter\n");
            assertThat(SessionHost.out(host.run(1))).isEqualTo("5\n");
            assertThat(folder.resolve("ran")).hasContent("ran");
        }
    }

    private void letGo() {
        try {
            Files.createFile(folder.resolve("go"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void stopDuring(SessionHost host) {
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> {
            await().until(() -> Files.exists(folder.resolve("begun")));
            host.stopping.stop();
        });
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> host.shells.run(host.command(0, 0), host.stopping))
                .isInstanceOf(StoppedException.class);
        stopped.join();
    }

    /** The names in which the shell tells of its end are there. */
    private boolean ended() throws IOException {
        String address = Files.readString(
                folder.resolve("sessions").resolve(SessionHost.JOB).resolve("-").resolve("shell"));
        Path names =
                Path.of(address.strip().substring(address.lastIndexOf(' ') + 1)).resolve("names");
        try (Stream<Path> files = Files.list(names)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("status-1-"));
        }
    }

    @Test
    void aCommandThatWasNotGivenToItsShellBeginsNow() {
        try (SessionHost host = new SessionHost(folder, "sh", "x=1", "echo $x; echo ran >>ran")) {
            host.run(0);
            host.restart();
            CommandResult result = host.shells
                    .resume(host.command(1, 0), Instant.now(), host.cancellation)
                    .orElseThrow();
            assertThat(SessionHost.out(result)).isEqualTo("1\n");
            assertThat(folder.resolve("ran")).hasContent("ran");
        }
    }

    @Test
    void afterARebootNobodyKnowsAndTheJobGoesOnFromWhatWasSaved() {
        try (SessionHost host = new SessionHost(folder, "sh", "x=1", "echo $x", "echo $x")) {
            host.run(0);
            host.reboot();
            assertThat(host.shells.resume(host.command(1, 0), Instant.now(), host.cancellation))
                    .isEmpty();
            assertThat(SessionHost.out(host.run(2))).isEqualTo("1\n");
        }
    }

    @Test
    void nothingIsLeftBehind() throws IOException {
        SessionHost host = new SessionHost(folder, "sh", "x=secret", "sleep 0 &");
        host.runAll();
        Outcome last = new Outcome(1, TaskState.SUCCEEDED, List.of(), List.of());
        host.shells.finish(last, LONG);
        host.close();
        try (Stream<Path> files = Files.list(folder.resolve("sessions"))) {
            assertThat(files).isEmpty();
        }
    }
}
