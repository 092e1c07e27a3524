package org.labcast.agent.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labcast.model.Ending;
import org.labcast.model.HostName;
import org.labcast.model.OrderId;
import org.labcast.model.ShellSession;
import org.labcast.model.TaskOptions;
import org.labcast.shell.CompleteCommand;
import org.labcast.shell.Dialect;
import org.labcast.shell.ShellText;

/** A file that is typed, command by command, does what its shell does with it. */
final class JobShellsTest {
    private static final RunnerLimits LIMITS =
            new RunnerLimits(Duration.ofMillis(300), Duration.ofMillis(200), 32 << 10, 32 << 10, 1 << 20, 0);

    @TempDir
    Path folder;

    /** Programs in sh; what each writes to {@code out} is compared. */
    private static final List<String> SH = List.of(
            "if [ -e /nonexistent ]; then\n  echo yes\nfi\necho after\n",
            "D=/tmp\ncd \"$D\"\npwd\ncd /\ncd - >/dev/null\npwd\nunset D\necho \"[$D]\"\n",
            "cat <<END\nhello $HOME\n  two\nEND\ncat <<'X'\n$HOME `id`\nX\n",
            "f() {\n  echo \"f $1\"\n  return 3\n}\nf one\necho $?\ng() { f \"$@\"; }\ng two\n",
            "set -- a \"b c\" d\necho $# \"$2\"\nshift\nfor x do\n echo \"<$x>\"\ndone\n",
            "false\necho $?\n(exit 7)\necho $?\ntrue\necho $?\n",
            "umask 077\numask\n",
            "alias ll='echo aliased'\nll x\n",
            "set -u\nset -f\necho /*\nset +f\ncase $- in *u*) echo u;; esac\n",
            "readonly R=5\nexport E=\"x  y\"\nIFS=:\necho $R \"$E\"\nv=a:b\necho $v\nsh -c 'echo \"$E\"'\n",
            "X='it'\\''s \"q\" $HOME `id` \\ \nend'\necho \"$X\"\necho \"$X\" | wc -l\n",
            "while read -r line; do\n echo \"got $line\"\ndone <<E\na\nb\nE\n",
            "trap 'echo term' TERM\nkill -TERM $$\necho alive\n",
            "set -C\nset -a\nA=1\nsh -c 'echo $A'\n",
            "true &&\n  echo and\nfalse ||\n  echo or\necho x |\n  tr x y\n",
            "break\ncontinue\necho still\n",
            "echo \u00e4\u20ac \u263a\nV=\u00e4\necho \"$V\" | wc -c\n",
            "set -e\nfalse || true\necho ok\nif false; then echo no; fi\necho still\nfalse\necho never\n",
            "echo a\nexit 0\necho b\n",
            "set -u\necho $NOPE\necho never\n",
            "die() { echo dying; exit 4; }\ntrue || die\nfalse || die\necho never\n");

    private static final List<String> BASH = List.of(
            "set -euo pipefail\na=(1 \"2 3\" 4)\necho \"${#a[@]} ${a[1]}\"\n[[ x == x ]] && echo yes\nfor i in {1..3}; do\n echo $i\ndone\n",
            "declare -A m\nm[k]=\"v w\"\necho \"${m[k]}\"\ndeclare -i n=4\nn+=1\necho $n\n",
            "shopt -s nullglob\necho /nonexistent* x\nshopt -q nullglob && echo on\n",
            "set -o pipefail\nfalse | true\necho $?\n",
            "function greet {\n  local n=$1\n  echo \"hi $n\"\n}\ngreet a\ngreet b\ncat <<< here\necho $'tab\\there'\n",
            "mapfile -t L < <(printf 'p\\nq\\n')\necho \"${L[1]}\"\n",
            "x=$'a\\nb'\ny=(\"$x\" 'c'\\''d')\necho \"${y[0]}|${y[1]}\"\nexport z=\"$x\"\nsh -c 'echo \"$z\"'\n");

    private JobShells shells() {
        return new JobShells(
                new HostName("lab-1"),
                new Spool(folder.resolve("spool")),
                folder.resolve("shells"),
                LIMITS,
                Clock.systemUTC());
    }

    private static TaskOptions options(String shell, Duration timeout) {
        return TestHost.options(timeout, "", "", shell);
    }

    /** What the text writes when its commands are typed, up to where the shell ends. */
    private String typed(String shell, String text, boolean lostBetween) {
        OrderId job = OrderId.random();
        JobShells shells = shells();
        ShellSession session = new ShellSession(shell, "/");
        Dialect dialect = shell.equals("bash") ? Dialect.BASH : Dialect.SH;
        StringBuilder out = new StringBuilder();
        List<String> earlier = new ArrayList<>();
        for (CompleteCommand command : ShellText.commands(text, dialect)) {
            Command.Place place = new Command.Place(Optional.of(session), Optional.empty(), earlier.isEmpty(), earlier);
            CommandResult result = shells.run(
                    new Command(job, earlier.size(), 0, command.text(), options(shell, Duration.ofSeconds(20)), place),
                    session,
                    new Cancellation());
            out.append(result.out().head().text());
            earlier.add(command.text());
            if (shells.hasEnded(job)) {
                break;
            }
            if (lostBetween) {
                shells.dropAll();
            }
        }
        shells.finish(job);
        return out.toString();
    }

    private String run(String shell, String text) throws Exception {
        Path file = Files.writeString(folder.resolve("file.sh"), text);
        ProcessBuilder builder = new ProcessBuilder(shell, file.toString())
                .directory(Path.of("/").toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(java.util.Map.of("PATH", SearchPath.VALUE, "HOME", "/root", "LANG", "C.UTF-8"));
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return out.replace("hello /root", "hello " + new Accounts().own().home());
    }

    @Test
    void shDoesWhatItDoesWithTheFile() throws Exception {
        for (String text : SH) {
            assertThat(typed("sh", text, false)).as(text).isEqualTo(run("sh", text));
        }
    }

    @Test
    void bashDoesWhatItDoesWithTheFile() throws Exception {
        for (String text : SH) {
            assertThat(typed("bash", text, false)).as(text).isEqualTo(run("bash", text));
        }
        for (String text : BASH) {
            assertThat(typed("bash", text, false)).as(text).isEqualTo(run("bash", text));
        }
    }

    @Test
    void aShellThatIsLostBetweenAnyTwoCommandsIsReplacedByOneInTheSameState() throws Exception {
        for (String text : SH) {
            assertThat(typed("sh", text, true)).as("sh: " + text).isEqualTo(run("sh", text));
            assertThat(typed("bash", text, true)).as("bash: " + text).isEqualTo(run("bash", text));
        }
        for (String text : BASH) {
            assertThat(typed("bash", text, true)).as("bash: " + text).isEqualTo(run("bash", text));
        }
    }

    private CommandResult type(JobShells shells, OrderId job, int task, int attempt, String text, TaskOptions options) {
        ShellSession session = new ShellSession("sh", "/");
        Command.Place place = new Command.Place(Optional.of(session), Optional.empty(), task == 0, List.of());
        return shells.run(new Command(job, task, attempt, text, options, place), session, new Cancellation());
    }

    private CommandResult type(JobShells shells, OrderId job, int task, int attempt, String text) {
        return type(shells, job, task, attempt, text, options("sh", Duration.ofSeconds(20)));
    }

    @Test
    void anotherAttemptBeginsInTheStateOfTheFirst() {
        JobShells shells = shells();
        OrderId job = OrderId.random();
        type(shells, job, 0, 0, "X=1; set -e");
        CommandResult failed = type(shells, job, 1, 0, "cd /tmp; X=2; false");
        assertThat(failed.ending()).isEqualTo(new Ending.Exited(1));
        assertThat(shells.hasEnded(job)).isTrue();
        CommandResult mended = type(shells, job, 1, 1, "echo $X; pwd");
        assertThat(mended.out().head().text()).isEqualTo("1\n/\n");
        assertThat(shells.hasEnded(job)).isFalse();
        shells.finish(job);
    }

    @Test
    void whatEndsByItsTimeoutLeavesTheStateBeforeIt() {
        JobShells shells = shells();
        OrderId job = OrderId.random();
        type(shells, job, 0, 0, "X=1");
        CommandResult late =
                type(shells, job, 1, 0, "X=2; while :; do :; done; touch never", options("sh", Duration.ofSeconds(1)));
        assertThat(late.ending()).isInstanceOf(Ending.TimedOut.class);
        assertThat(type(shells, job, 2, 0, "echo $X").out().head().text()).isEqualTo("1\n");
        shells.finish(job);
    }

    @Test
    void backgroundJobsDescriptorsAndTrapsAreThoseOfOneShell() throws IOException {
        JobShells shells = shells();
        OrderId job = OrderId.random();
        Path log = folder.resolve("log");
        type(shells, job, 0, 0, "exec 3>>'" + log + "'");
        type(shells, job, 1, 0, "(sleep 0.2; echo background >&3) & P=$!");
        type(shells, job, 2, 0, "wait $P; echo waited $? >&3");
        type(shells, job, 3, 0, "trap 'echo bye >&3' EXIT");
        shells.finish(job);
        assertThat(Files.readString(log)).isEqualTo("background\nwaited 0\nbye\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "bash"})
    void aTrappedSignalBetweenTwoCommandsRunsNothingAgain(String shell) throws Exception {
        JobShells shells = shells();
        OrderId job = OrderId.random();
        ShellSession session = new ShellSession(shell, "/");
        Path log = folder.resolve("log");
        List<String> texts = List.of(
                "trap 'echo signal >>" + log + "' USR1",
                "echo ran >>" + log + "; (sleep 0.3; kill -USR1 $$; sleep 0.3; kill -USR1 $$; sleep 0.2; touch " + log
                        + ".done) &");
        for (int task = 0; task < texts.size(); task++) {
            Command.Place place = new Command.Place(Optional.of(session), Optional.empty(), task == 0, List.of());
            shells.run(
                    new Command(job, task, 0, texts.get(task), options(shell, Duration.ofSeconds(20)), place),
                    session,
                    new Cancellation());
        }
        Awaitility.await().until(() -> Files.exists(Path.of(log + ".done")));
        Command.Place place = new Command.Place(Optional.of(session), Optional.empty(), false, List.of());
        CommandResult last = shells.run(
                new Command(job, 2, 0, "echo last", options(shell, Duration.ofSeconds(20)), place),
                session,
                new Cancellation());
        shells.finish(job);
        assertThat(last.out().head().text()).isEqualTo("last\n");
        assertThat(Files.readAllLines(log)).containsOnlyOnce("ran").contains("signal");
    }

    @Test
    void nobodyElseReadsTheStateAndItGoesWithTheJob() throws IOException {
        JobShells shells = shells();
        OrderId job = OrderId.random();
        type(shells, job, 0, 0, "PASSWORD=secret");
        Path state = folder.resolve("shells").resolve(job.value()).resolve("-.state");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state)))
                .isEqualTo("rw-------");
        shells.finish(job);
        assertThat(state).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(ints = {1 << 20})
    void aCommandOfAMebibyteRuns(int size) {
        JobShells shells = shells();
        OrderId job = OrderId.random();
        CommandResult result = type(shells, job, 0, 0, "X='" + "a".repeat(size - 20) + "'; echo ${#X}");
        assertThat(result.out().head().text()).isEqualTo(size - 20 + "\n");
        assertThat(type(shells, job, 1, 0, "echo ${#X}").out().head().text()).isEqualTo(size - 20 + "\n");
        shells.finish(job);
    }

    @Test
    void aCommandForAnotherShellSeesTheFolderAndChangesNothing() {
        JobShells shells = shells();
        OrderId job = OrderId.random();
        type(shells, job, 0, 0, "export X=1; cd /tmp");
        CommandResult other =
                type(shells, job, 1, 0, "[[ $X == 1 ]] && pwd; X=2; cd /", options("bash", Duration.ofSeconds(20)));
        assertThat(other.out().head().text()).isEqualTo("/tmp\n");
        assertThat(type(shells, job, 2, 0, "echo $X; pwd").out().head().text()).isEqualTo("1\n/tmp\n");
        shells.finish(job);
    }

    @Test
    void afterAKillDuringTheFirstCommandTheNextBeginsWhereItBegan() {
        OrderId job = OrderId.random();
        JobShells killed = shells();
        type(killed, job, 0, 0, "X=1; while :; do :; done", options("sh", Duration.ofSeconds(1)));
        killed.dropAll();
        JobShells next = shells();
        assertThat(type(next, job, 1, 0, "echo \"[$X]\"; pwd").out().head().text())
                .isEqualTo("[]\n/\n");
        next.finish(job);
    }

    @Test
    void withoutItsSavedStateTheRestIsNotRun() {
        CommandResult result = type(shells(), OrderId.random(), 3, 0, "rm -rf $DIR/*");
        assertThat(result.ending()).isInstanceOf(Ending.NotStarted.class);
    }
}
