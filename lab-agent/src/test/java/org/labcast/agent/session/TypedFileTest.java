package org.labcast.agent.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.labcast.model.Task;
import org.labcast.shell.CompleteCommand;
import org.labcast.shell.Dialect;
import org.labcast.shell.ShellText;

/** A file that is typed, command by command, does what its shell does with it: also when the shell is lost between any two commands. */
class TypedFileTest {
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

    static Stream<Arguments> files() {
        return Stream.concat(
                SH.stream().flatMap(text -> Stream.of(Arguments.of("sh", text), Arguments.of("bash", text))),
                BASH.stream().map(text -> Arguments.of("bash", text)));
    }

    /** What the text writes when its commands are typed, up to where the shell ends. */
    private String typed(String shell, String text, boolean lostBetween) {
        List<CompleteCommand> commands = ShellText.commands(text, shell.equals("bash") ? Dialect.BASH : Dialect.SH);
        List<Task> tasks = IntStream.range(0, commands.size())
                .mapToObj(i -> new Task(
                        commands.get(i).text(), i + 1, SessionHost.options(Duration.ofSeconds(20), "", "", shell)))
                .toList();
        StringBuilder out = new StringBuilder();
        try (SessionHost host = new SessionHost(folder, shell, tasks)) {
            for (int i = 0; i < tasks.size() && !host.shells.hasEnded(); i++) {
                out.append(SessionHost.out(host.run(i)));
                if (lostBetween && !host.shells.hasEnded()) {
                    host.reboot();
                }
            }
        }
        return out.toString();
    }

    private String run(String shell, String text) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("file"), text);
        ProcessBuilder builder = new ProcessBuilder(shell, file.toString())
                .directory(folder.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                        "HOME", System.getProperty("user.home"),
                        "LANG", "C.UTF-8"));
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return out;
    }

    @ParameterizedTest
    @MethodSource("files")
    void doesWhatItsShellDoes(String shell, String text) throws Exception {
        assertThat(typed(shell, text, false)).isEqualTo(run(shell, text));
    }

    @ParameterizedTest
    @MethodSource("files")
    void doesItAlsoWhenTheShellIsLostBetweenAnyTwoCommands(String shell, String text) throws Exception {
        assertThat(typed(shell, text, true)).isEqualTo(run(shell, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "bash"})
    void aTrappedSignalBetweenTwoCommandsRunsNothingAgain(String shell) {
        try (SessionHost host = new SessionHost(
                folder,
                shell,
                "trap 'echo signal >>log' USR1",
                "echo ran >>log; (sleep 0.3; kill -USR1 $$; sleep 0.3; kill -USR1 $$; sleep 0.2; touch done) &",
                "echo last")) {
            host.run(0);
            host.run(1);
            Awaitility.await().until(() -> Files.exists(folder.resolve("done")));
            assertThat(SessionHost.out(host.run(2))).isEqualTo("last\n");
            assertThat(folder.resolve("log")).content().containsOnlyOnce("ran").contains("signal");
        }
    }

    @Test
    void withoutItsSavedStateTheRestIsNotRun() {
        try (SessionHost host = new SessionHost(folder, "sh", "DIR=/srv/x", "touch ran$DIR")) {
            assertThat(host.run(1).ending().success()).isFalse();
            assertThat(folder.resolve("ran")).doesNotExist();
        }
    }
}
