package org.labcast.agent.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What one command sets, the next one finds: in the living shell, and in one that was made of what was saved. */
class CarriedStateTest {
    private static final String PART = "\n--\n";

    /** Commands parted by lines of two dashes, and what they write. */
    private static final List<List<String>> CASES = List.of(
            List.of("cd /tmp\n--\npwd\n--\necho $OLDPWD | grep -c /", "/tmp\n1\n"),
            List.of("cd /tmp\n--\ncd /usr\n--\ncd - >/dev/null\n--\npwd", "/tmp\n"),
            List.of("a=1 b='two words'\n--\necho \"$a $b\"", "1 two words\n"),
            List.of("export A=1; B=2\n--\nenv | grep -c '^A=1$'; env | grep -c '^B='", "1\n0\n"),
            List.of(
                    "A='it'\"'\"'s \"q\" $x `y` \\n\nnew line'\n--\nprintf '%s\\n' \"$A\"",
                    "it's \"q\" $x `y` \\n\nnew line\n"),
            List.of("A=ä€😀\n--\necho $A", "ä€😀\n"),
            List.of("unset HOME; PATH=/bin:/usr/bin\n--\necho ${HOME-none} $PATH", "none /bin:/usr/bin\n"),
            List.of("f() { echo in f $1; return 4; }\n--\nf x\n--\necho $?", "in f x\n4\n"),
            List.of("set -- a 'b c' ''\n--\necho $# \"$2\"\n--\nshift; echo $1", "3 b c\nb c\n"),
            List.of("(exit 3)\n--\necho $?\n--\necho $?", "3\n0\n"),
            List.of("umask 077\n--\numask", "0077\n"),
            List.of("alias ll='echo aliased'\n--\nalias ll | grep -c aliased", "1\n"),
            List.of("readonly R=5\n--\necho $R; (R=6) 2>/dev/null || echo readonly", "5\nreadonly\n"),
            List.of("IFS=:\n--\nx=a:b; set -- $x; echo $#", "2\n"),
            List.of("IFS=0123456789\n--\necho ok", "ok\n"),
            List.of("set -f\n--\necho /*\n--\nset +f", "/*\n"),
            List.of("set -u\n--\necho ${nope-none}", "none\n"),
            List.of("set -a\n--\nX=1\n--\nset +a\n--\nenv | grep -c '^X=1$'; env | grep -c _labcast", "1\n0\n"),
            List.of("set -C\n--\necho x >made\n--\n(echo y >made) 2>/dev/null || echo kept", "kept\n"),
            List.of("set -e\n--\nfalse || true\n--\nfalse && true\n--\necho still here $?", "still here 1\n"),
            List.of("cat <<END\n$HOME\nEND\n--\ncat <<'END'\n$x\nEND", "/root\n$x\n"),
            List.of("echo a\\\nb\n--\necho 'c\nd'", "ab\nc\nd\n"),
            List.of("for i in 1 2 3; do\n  [ $i = 2 ] && continue\n  echo $i\ndone\n--\necho $i", "1\n3\n3\n"),
            List.of("if true; then\n  x=in\nfi\n--\necho $x", "in\n"),
            List.of("case a in\n  a) echo A;;\nesac", "A\n"),
            List.of("echo lib=1 >lib.sh\n--\n. ./lib.sh\n--\necho $lib", "1\n"),
            List.of("x=$(pwd)\n--\n[ \"$x\" = \"$PWD\" ] && echo same", "same\n"),
            List.of("while getopts ab: o -a -b x; do :; done\n--\necho $OPTIND", "4\n"),
            List.of("true | false\n--\necho $?", "1\n"),
            List.of("x=$((2 + 3))\n--\necho $x", "5\n"),
            List.of("echo '#labcast end'\n--\nx='\n#labcast end\n'\n--\necho kept", "#labcast end\nkept\n"));

    private static final List<List<String>> BASH_CASES = List.of(
            List.of("a=(1 'two words' 3)\n--\necho ${#a[@]} \"${a[1]}\"", "3 two words\n"),
            List.of("declare -A m=([k]=v [x y]=z)\n--\necho ${m[k]} \"${m[x y]}\"", "v z\n"),
            List.of("declare -i n=5\n--\nn+=2\n--\necho $n", "7\n"),
            List.of("declare -r R=5\n--\necho $R", "5\n"),
            List.of("declare -n ref=target\n--\ntarget=5\n--\necho $ref", "5\n"),
            List.of("set -o pipefail\n--\nfalse | true\n--\necho $?", "1\n"),
            List.of("shopt -s nullglob\n--\necho /nonexistent*", "\n"),
            List.of("shopt -s expand_aliases\n--\nalias ll='echo aliased'\n--\nll x", "aliased x\n"),
            List.of("f() { echo ${FUNCNAME[0]}; }\n--\nexport -f f\n--\nbash -c f", "f\n"),
            List.of("false | true | (exit 3)\n--\necho ${PIPESTATUS[*]}", "1 0 3\n"),
            List.of(
                    "set() { echo mine; }; eval() { echo mine; }; trap() { echo mine; }\n--\nset; echo ok",
                    "mine\nok\n"),
            List.of("x=$'tab\\there'\n--\necho \"$x\"", "tab\there\n"),
            List.of("echo {1..3}", "1 2 3\n"),
            List.of("[[ abc =~ b(.) ]]\n--\necho ok $?", "ok 0\n"),
            List.of("function g { echo g; }\n--\ng", "g\n"));

    private static final Path BUSYBOX = Path.of("/bin/busybox");

    @TempDir
    Path folder;

    private static Path tools;

    @BeforeAll
    static void makeTools() throws IOException {
        tools = Files.createTempDirectory("tools");
        Files.createSymbolicLink(tools.resolve("ash"), BUSYBOX);
    }

    @AfterAll
    static void removeTools() throws IOException {
        Files.delete(tools.resolve("ash"));
        Files.delete(tools);
    }

    static Stream<Arguments> cases() {
        List<String> shells = Files.isExecutable(BUSYBOX) ? List.of("dash", "bash", "ash") : List.of("dash", "bash");
        Stream<Arguments> everywhere = shells.stream()
                .flatMap(shell -> CASES.stream().map(each -> Arguments.of(shell, each.get(0), each.get(1))));
        return Stream.concat(
                everywhere, BASH_CASES.stream().map(each -> Arguments.of("bash", each.get(0), each.get(1))));
    }

    private String path(String shell) {
        return shell.equals("ash") ? tools.resolve("ash").toString() : shell;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void reachesTheNextCommand(String shell, String commands, String expected) {
        try (SessionHost host = new SessionHost(folder, path(shell), commands.split(PART))) {
            assertThat(host.outputOfAll()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void reachesAShellThatIsMadeOfIt(String shell, String commands, String expected) {
        try (SessionHost host = new SessionHost(folder, path(shell), commands.split(PART))) {
            StringBuilder out = new StringBuilder();
            for (int i = 0; i < host.job.tasks().size(); i++) {
                out.append(SessionHost.out(host.run(i)));
                host.reboot();
            }
            assertThat(out.toString()).isEqualTo(expected);
        }
    }
}
