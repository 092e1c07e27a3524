package org.labcast.agent.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.labcast.agent.output.SpooledJob;
import org.labcast.model.Bytes;
import org.labcast.model.result.Ending;
import org.labcast.model.result.Output;

class CommandRunnerTest {
    @TempDir
    Path folder;

    TestHost host;

    @BeforeEach
    void openHost() {
        host = new TestHost(folder);
    }

    @Test
    void keepsTheStreamsApart() {
        CommandResult result = host.run("echo good; echo bad >&2; exit 3");

        assertThat(result.ending()).isEqualTo(new Ending.Exited(3));
        assertThat(result.out()).isEqualTo(Output.of(Bytes.utf8("good\n")));
        assertThat(result.err()).isEqualTo(Output.of(Bytes.utf8("bad\n")));
        assertThat(result.started()).isEqualTo(TestHost.NOW);
        assertThat(result.took()).isPositive().isLessThan(Duration.ofSeconds(10));
    }

    /** As the kernel has it: a shell adds variables of its own before its commands see them. */
    @Test
    void nothingOfTheAgentsEnvironmentLeaks() {
        CommandResult result =
                host.run("environ", TestHost.shell(script("#!/bin/sh\ntr '\\0' '\\n' </proc/$$/environ\n")));

        assertThat(variables(result))
                .isEqualTo(Map.of(
                        "PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                        "HOME", home(),
                        "USER", new Accounts().own().name(),
                        "LOGNAME", new Accounts().own().name(),
                        "LANG", "C.UTF-8",
                        "DEBIAN_FRONTEND", "noninteractive",
                        "LABCAST_JOB", host.job.value(),
                        "LABCAST_HOST", "lab-1",
                        "LABCAST_TASK", "1",
                        "LABCAST_ATTEMPT", "1"));
    }

    @Test
    void hasNoInputNoTerminalNoForeignFilesAndItsOwnSession() {
        CommandResult result = host.run("""
                read line && echo input
                { true </dev/tty; } 2>/dev/null && echo terminal
                for f in 0 1 2; do [ -t $f ] && echo tty $f; done
                ls /proc/$$/fd
                set -- $(cat /proc/$$/stat)
                [ "$5" = $$ ] && [ "$6" = $$ ] && echo leader""");

        assertThat(text(result).lines()).containsExactly("0", "1", "2", "leader");
    }

    @Test
    void filesAreReadableByOthersWhateverTheAgentsMask() {
        assertThat(text(host.run("umask"))).isEqualTo("0022\n");
    }

    @ParameterizedTest
    @CsvSource({"sh", "bash", "/bin/sh"})
    void usesTheShellThatIsAskedFor(String shell) {
        CommandResult result =
                host.run("echo ${BASH_VERSION:+bash}; cat /proc/$$/cmdline | tr '\\0' ' '", TestHost.shell(shell));

        assertThat(text(result)).contains(SearchPath.find(shell).orElseThrow() + " -c");
    }

    @ParameterizedTest
    @CsvSource({
        "'echo \\101 \\\\x %s %b $((1+1)) \"a  b\"'",
        "'echo \"Grüße, 世界 \\0101\"'",
        "-c",
        "' echo  x '",
        "'printf \"\\\\c\"'"
    })
    void runsExactlyTheText(String command) {
        CommandResult result = host.run(command, TestHost.shell(script("#!/bin/sh\nprintf %s \"$2\"\n")));

        assertThat(text(result)).isEqualTo(command);
    }

    @Test
    void startsAtHomeOrWhereItIsTold() throws Exception {
        Path start = Files.isDirectory(Path.of(home())) ? Path.of(home()).toRealPath() : Path.of("/");

        assertThat(text(host.run("pwd"))).isEqualTo(start + "\n");
        assertThat(text(host.run("pwd", TestHost.cwd("/usr/bin")))).isEqualTo("/usr/bin\n");
    }

    @Test
    void saysInOneSentenceWhyItCannotStart() {
        assertThat(host.run("true", TestHost.cwd("/no/such")).ending())
                .isEqualTo(new Ending.NotStarted("There is no directory '/no/such' on this host."));
        assertThat(host.run("true", TestHost.shell("nosuchsh")).ending())
                .isEqualTo(new Ending.NotStarted("There is no 'nosuchsh' on this host."));
        assertThat(host.run("true", TestHost.shell("/etc/passwd")).ending())
                .isEqualTo(new Ending.NotStarted("There is no '/etc/passwd' on this host."));
        assertThat(host.run("true", TestHost.user("nosuchuser")).ending())
                .isEqualTo(new Ending.NotStarted("There is no user 'nosuchuser' on this host."));
    }

    @Test
    void theAgentsOwnUserNeedsNoChange() {
        CommandResult result = host.run(
                "id -un; echo $USER", TestHost.user(text(host.run("id -un")).strip()));

        assertThat(text(result).lines().distinct()).hasSize(1);
    }

    @Test
    void rootBecomesTheUserWithItsGroups() {
        assumeTrue(isRoot(), "only root may become another user");

        CommandResult result =
                host.run("id -u; id -G; echo $HOME $USER; pwd; echo >/dev/stderr", TestHost.user("nobody"));

        assertThat(result.ending()).isEqualTo(new Ending.Exited(0));
        assertThat(text(result)).isEqualTo("65534\n65534\n/nonexistent nobody\n/\n");
        assertThat(result.err().total()).isEqualTo(1);
    }

    /** A link of the user's own, into a folder that only root may pass. */
    @Test
    void aFolderIsEnteredWithTheRightsOfTheUser() throws Exception {
        assumeTrue(isRoot(), "only root may become another user");
        Path shut = Files.createDirectory(folder.resolve("shut"));
        Path inside = Files.createDirectory(shut.resolve("inside"));
        Files.writeString(inside.resolve("secret"), "secret");
        Files.setPosixFilePermissions(inside, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("rwx------"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), inside);

        CommandResult result = host.run("cat secret", TestHost.user("nobody", link.toString()));

        assertThat(result.ending())
                .isInstanceOfSatisfying(
                        Ending.NotStarted.class,
                        why -> assertThat(why.reason())
                                .contains("cannot run commands as this user in '" + link + "'", "Permission denied"));
        assertThat(text(result)).isEmpty();
        assertThat(text(host.run("pwd", TestHost.user("nobody", "/usr/bin")))).isEqualTo("/usr/bin\n");
    }

    @ParameterizedTest
    @CsvSource({"kill -9 $$, 9", "kill -TERM $$, 15", "sh -c 'kill -SEGV $$'; exit $?, 11"})
    void tellsSignals(String command, int signal) {
        assertThat(host.run(command).ending()).isEqualTo(new Ending.Signalled(signal));
    }

    @ParameterizedTest
    @CsvSource({"129", "255", "128", "127", "145"})
    void tellsExitCodesFromSignals(int code) {
        assertThat(host.run("exit " + code).ending()).isEqualTo(new Ending.Exited(code));
    }

    @Test
    void doesNotStartWhatIsCancelled() {
        host.cancellation.cancel();

        assertThat(host.run("touch " + folder + "/ran").ending()).isEqualTo(new Ending.Cancelled());
        assertThat(folder.resolve("ran")).doesNotExist();
    }

    @Test
    void leavesNothingBehind() throws Exception {
        host.run("true");

        try (var left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
        assertThat(ControlGroup.own().map(this::groups).orElse(List.of())).isEmpty();
    }

    private List<Path> groups(Path own) {
        return SpooledJob.files(own).stream()
                .filter(path -> path.toString().contains(host.job.value()))
                .toList();
    }

    private String script(String content) {
        try {
            Path script = Files.writeString(folder.resolve("shell"), content);
            assertThat(script.toFile().setExecutable(true)).isTrue();
            return script.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> variables(CommandResult result) {
        Map<String, String> variables = new TreeMap<>();
        text(result).lines().forEach(line -> variables.put(line.split("=", 2)[0], line.split("=", 2)[1]));
        return variables;
    }

    private static String text(CommandResult result) {
        return result.out().head().text();
    }

    private static String home() {
        return new Accounts().own().home();
    }

    static boolean isRoot() {
        return new Accounts().own().uid() == 0;
    }
}
