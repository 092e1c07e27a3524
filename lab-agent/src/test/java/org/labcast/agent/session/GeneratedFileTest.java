package org.labcast.agent.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.labcast.model.order.Task;
import org.labcast.model.result.Outcome;
import org.labcast.model.result.TaskState;
import org.labcast.shell.CompleteCommand;
import org.labcast.shell.Dialect;
import org.labcast.shell.ShellText;

/**
 * Random files, run by their shell and typed command by command, leave the same record of every program that they start: arguments,
 * folder, exported variables, mask and standard input.
 */
class GeneratedFileTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String RECORDER = """
            #!/bin/sh
            {
                echo "== $0"
                for word do echo "<$word>"; done
                /bin/pwd
                umask
                /usr/bin/env | /bin/grep -E '^(HOME|[abcXe])=' | /usr/bin/sort
                /bin/cat
            } >>"$RECORD"
            """;

    private Path folder;
    /** Where the files run: so deep that what the agent keeps, and other tests, are not among the names that {@code *} finds. */
    private Path place;

    @BeforeTry
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("generated");
        place = Files.createDirectories(
                folder.resolve("in/as/many/folders/as/statements/may/leave/one/after/the/other"));
        Path tool =
                Files.writeString(Files.createDirectory(folder.resolve("bin")).resolve("rec"), RECORDER);
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterTry
    void removeFolder() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Provide
    Arbitrary<List<String>> posix() {
        return statements(false);
    }

    @Provide
    Arbitrary<List<String>> bash() {
        return statements(true);
    }

    private static Arbitrary<List<String>> statements(boolean bash) {
        Arbitrary<String> name = Arbitraries.of("a", "b", "c");
        Arbitrary<String> word = Arbitraries.of(
                "x",
                "'two words'",
                "\"$a\"",
                "$b",
                "''",
                "\"it's\"",
                "'*'",
                "\"${c-none}\"",
                "$(echo sub)",
                "\\\\n",
                "\u00e4",
                "$#",
                "$?");
        Arbitrary<Integer> status = Arbitraries.integers().between(0, 4);
        Arbitrary<String> simple = Arbitraries.oneOf(
                Combinators.combine(name, word).as((n, w) -> n + "=" + w),
                Combinators.combine(name, word)
                        .as((n, w) -> "export " + n + "=" + (w.startsWith("$") ? "\"" + w + "\"" : w)),
                Combinators.combine(word, word).as((v, w) -> "rec " + v + " " + w),
                name.map(n -> "unset " + n),
                status.map(s -> "(exit " + s + ")"),
                Arbitraries.of("rec $?", "rec \"$@\"", "cd d", "cd ..", "cd / && rec there", "umask 077", "umask 022"),
                Arbitraries.of(
                        "set -- p 'q r'",
                        "shift",
                        "set -u",
                        "set +u",
                        "set -f",
                        "set +f",
                        "set -a",
                        "set +a",
                        "set -C"),
                Arbitraries.of(
                        "false || rec or",
                        "true && rec and",
                        "false && rec no",
                        "rec in <<E\n$a\nE",
                        "rec q <<'E'\n$a\nE"),
                Arbitraries.of(
                        "f() { rec f \"$@\"; a=$1; return ${2-0}; }", "f one 3 || rec failed $?", "eval 'c=\"$a$b\"'"),
                Arbitraries.of(
                        "exec 3>>three", "echo to >&3", "rec bg & wait $!", "trap 'rec bye $?' EXIT", "trap - EXIT"),
                Arbitraries.of(
                        "e=$((${#} + 1))",
                        "X=1 rec once",
                        "rec \"$OLDPWD\"",
                        "export e",
                        "case $- in *u*) rec u;; esac"));
        Arbitrary<String> more = bash
                ? Arbitraries.of(
                        "arr=(1 'two words' \"$a\")",
                        "arr+=(more)",
                        "rec \"${arr[@]}\" ${#arr[@]}",
                        "set -o pipefail",
                        "false | true",
                        "rec ${PIPESTATUS[*]}",
                        "[[ $a == x* ]] && rec matched",
                        "declare -A map=([k]=\"$b\")",
                        "rec \"${map[k]-}\"",
                        "shopt -s nullglob",
                        "rec /nonexistent*",
                        "rec {1..3}")
                : Arbitraries.of("alias r='rec aliased'", "r x", "readonly X=5");
        Arbitrary<String> plain = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, simple),
                net.jqwik.api.Tuple.of(1, more),
                net.jqwik.api.Tuple.of(1, Arbitraries.of("set -e", "exit 3")));
        Arbitrary<String> block = Combinators.combine(simple, simple)
                .as((one, two) -> "for i in 1 2; do\n" + one + "\n" + two + "\ndone");
        Arbitrary<String> branch = Combinators.combine(simple, simple)
                .as((one, two) -> "if " + "rec cond" + "; then\n" + one + "\nelse\n" + two + "\nfi");
        Arbitrary<String> apart = simple.map(one -> "(\n" + one + "\nrec inside\n)");
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(8, plain),
                        net.jqwik.api.Tuple.of(1, block),
                        net.jqwik.api.Tuple.of(1, branch),
                        net.jqwik.api.Tuple.of(1, apart))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property(tries = 60)
    void shLeavesTheSameRecord(@ForAll("posix") List<String> statements) throws Exception {
        compare("sh", statements, false);
    }

    @Property(tries = 60)
    void bashLeavesTheSameRecord(@ForAll("bash") List<String> statements) throws Exception {
        compare("bash", statements, false);
    }

    @Property(tries = 30)
    void shLeavesItWhenItIsLostBetweenAnyTwoCommands(@ForAll("posix") List<String> statements) throws Exception {
        compare("sh", without(statements, "exec 3", ">&3", "trap", "arr"), true);
    }

    @Property(tries = 30)
    void bashLeavesItWhenItIsLostBetweenAnyTwoCommands(@ForAll("bash") List<String> statements) throws Exception {
        compare("bash", without(statements, "exec 3", ">&3", "trap"), true);
    }

    /** What a new shell cannot have: open descriptors, and a trap that the end of each lost one would run. */
    private static List<String> without(List<String> statements, String... parts) {
        return statements.stream()
                .filter(statement -> Stream.of(parts).noneMatch(statement::contains))
                .toList();
    }

    private void compare(String shell, List<String> statements, boolean lost) throws Exception {
        String begin =
                "RECORD=" + folder.resolve("record") + "; export RECORD\nPATH=" + folder.resolve("bin") + ":$PATH\n";
        String text = begin + statements.stream().map(s -> s + "\n").collect(Collectors.joining());
        fresh();
        byShell(shell, text);
        String expected = record();
        fresh();
        typed(shell, text, lost);
        assertThat(record()).as(text).isEqualTo(expected);
    }

    private void fresh() throws IOException {
        Files.deleteIfExists(folder.resolve("record"));
        for (Path at = place; !at.equals(folder); at = at.getParent()) {
            Files.deleteIfExists(at.resolve("three"));
        }
        Files.deleteIfExists(place.resolve("d").resolve("three"));
        Files.createDirectories(place.resolve("d"));
    }

    private String record() throws IOException {
        Path record = folder.resolve("record");
        return Files.exists(record) ? Files.readString(record) : "";
    }

    private void byShell(String shell, String text) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("file"), text);
        ProcessBuilder builder = new ProcessBuilder(shell, file.toString())
                .directory(place.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                        "HOME", System.getProperty("user.home"),
                        "LANG", "C.UTF-8"));
        assertThat(builder.start().waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    private void typed(String shell, String text, boolean lost) {
        List<CompleteCommand> commands = ShellText.commands(text, shell.equals("bash") ? Dialect.BASH : Dialect.SH);
        List<Task> tasks = IntStream.range(0, commands.size())
                .mapToObj(i -> new Task(commands.get(i).text(), i + 1, SessionHost.options(LONG, "", "", shell)))
                .toList();
        try (SessionHost host = new SessionHost(folder, shell, place, tasks)) {
            for (int i = 0; i < tasks.size() && !host.shells.hasEnded(); i++) {
                host.run(i);
                if (lost && !host.shells.hasEnded()) {
                    host.reboot();
                }
            }
            host.shells.finish(new Outcome(0, TaskState.SUCCEEDED, List.of(), List.of()), LONG);
        } catch (UncheckedIOException e) {
            throw new AssertionError(e);
        }
    }
}
