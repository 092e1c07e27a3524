package org.labcast.agent.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.labcast.agent.process.CommandResult;
import org.labcast.model.order.Task;
import org.labcast.shell.CompleteCommand;
import org.labcast.shell.Dialect;
import org.labcast.shell.ShellText;

/** A file that is typed, command by command, does what its shell does with it: also when the shell is lost between any two commands. */
class TypedFileTest {
    @TempDir
    Path folder;

    private static final Path BUSYBOX = Path.of("/bin/busybox");
    private static final Duration LONG = Duration.ofSeconds(20);
    /** With it, all files run by all shells, lost and not. */
    private static final boolean ALL = Boolean.getBoolean("labcast.typed.all");

    /**
     * A file, as the resources {@code typed-files} hold them.
     *
     * @param living whether it has what a new shell cannot have: jobs, open descriptors, a trap of the end
     */
    private record Case(String name, boolean living, String text) {
        private static final Pattern HEADING = Pattern.compile("=== (.*?)( \\(living\\))?\n");

        static List<Case> read(String resource) {
            try (InputStream in = TypedFileTest.class.getResourceAsStream(resource)) {
                List<Case> cases = new ArrayList<>();
                for (String part : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^(?==== )")) {
                    Matcher heading = HEADING.matcher(part);
                    assertThat(heading.lookingAt()).as(part).isTrue();
                    cases.add(new Case(heading.group(1), heading.group(2) != null, part.substring(heading.end())));
                }
                return cases;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What is left of a file that has run: what it wrote, how it ended, and the files with their modes. */
    private record Left(String out, int status, List<String> files) {}

    static Stream<Arguments> files() {
        List<Case> sh = Case.read("typed-files.sh.txt");
        List<Case> bash = Case.read("typed-files.bash.txt");
        assertThat(sh.size() + bash.size()).isGreaterThanOrEqualTo(150);
        List<Arguments> runs = new ArrayList<>();
        for (int i = 0; i < sh.size(); i++) {
            // The shells take turns, but for the usual one, which runs all.
            add(runs, "sh", sh.get(i), i % 2 == 0);
            if (ALL || i % 2 == 0) {
                add(runs, "bash", sh.get(i), i % 4 == 0);
            }
            if (Files.isExecutable(BUSYBOX) && (ALL || i % 2 == 1)) {
                add(runs, "ash", sh.get(i), i % 4 == 1);
            }
        }
        for (int i = 0; i < bash.size(); i++) {
            add(runs, "bash", bash.get(i), i % 2 == 0);
        }
        return runs.stream();
    }

    private static void add(List<Arguments> runs, String shell, Case file, boolean lost) {
        if (ALL || file.living() || !lost) {
            runs.add(Arguments.of(file.name(), shell, false, file.text()));
        }
        if (!file.living() && (ALL || lost)) {
            runs.add(Arguments.of(file.name(), shell, true, file.text()));
        }
    }

    /** @param lost whether the shell is lost between any two commands */
    @ParameterizedTest(name = "{0}, {1}, lost: {2}")
    @MethodSource("files")
    void doesWhatItsShellDoes(String name, String shell, boolean lost, String text) throws Exception {
        Path program = shell.equals("ash") ? Files.copy(BUSYBOX, folder.resolve("ash")) : Path.of(shell);
        Path place = folder.resolve("place");
        Files.createDirectory(place);
        Left expected = byShell(program.toString(), text, place);
        empty(place);
        assertThat(typed(program.toString(), text, place, lost)).as(text).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ": ${NOPE:?is missing}\necho on",
                "set -u\necho $NOPE\necho on",
                "trap 'echo $?' EXIT\n: ${NOPE:?}"
            })
    void bashUnderTheNameOfShEndsAsItDoesForAFile(String text) throws Exception {
        Path sh = Files.createSymbolicLink(folder.resolve("sh"), Path.of("/bin/bash"));
        Path place = Files.createDirectory(folder.resolve("place"));

        assertThat(typed(sh.toString(), text, place, false)).isEqualTo(byShell(sh.toString(), text, place));
    }

    private Left typed(String shell, String text, Path place, boolean lost) throws IOException {
        List<CompleteCommand> commands = ShellText.commands(text, shell.equals("bash") ? Dialect.BASH : Dialect.SH);
        List<Task> tasks = IntStream.range(0, commands.size())
                .mapToObj(i -> new Task(
                        commands.get(i).text(),
                        line(text, commands.get(i).start()),
                        SessionHost.options(LONG, "", "", shell)))
                .toList();
        StringBuilder out = new StringBuilder();
        int status = 0;
        try (SessionHost host = new SessionHost(folder, shell, place, tasks)) {
            for (int i = 0; i < tasks.size() && !host.shells.hasEnded(); i++) {
                CommandResult result = host.run(i);
                status = SessionHost.status(result);
                if (lost && !host.shells.hasEnded()) {
                    host.reboot();
                }
                boolean last = i == tasks.size() - 1 || host.shells.hasEnded();
                out.append(SessionHost.out(last ? host.finished(result) : result));
            }
        }
        return new Left(out.toString(), status, list(place));
    }

    private static int line(String text, int at) {
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private Left byShell(String shell, String text, Path place) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("file"), text);
        Path out = folder.resolve("stdout");
        ProcessBuilder builder = new ProcessBuilder(shell, file.toString())
                .directory(place.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                        "HOME", System.getProperty("user.home"),
                        "LANG", "C.UTF-8"));
        Process process = builder.start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Left(Files.readString(out), process.exitValue(), list(place));
    }

    private static List<String> list(Path place) throws IOException {
        List<String> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(place)) {
            for (Path path : paths.sorted().toList()) {
                Set<PosixFilePermission> mode = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
                files.add(PosixFilePermissions.toString(mode) + " " + place.relativize(path)
                        + (Files.isRegularFile(path) ? " " + Files.size(path) : ""));
            }
        }
        return files;
    }

    private static void empty(Path place) throws IOException {
        try (Stream<Path> paths = Files.walk(place)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(place)) {
                    Files.delete(path);
                }
            }
        }
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
