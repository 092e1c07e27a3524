package org.labcast.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTextTest {
    private static RealShell sh;
    private static RealShell bash;

    /** @param place where the reader must point, as in {@code 1:5}; or what the case shows */
    record Case(String place, Dialect dialect, List<String> lines) {
        static List<Case> read(String resource) {
            List<Case> cases = new ArrayList<>();
            try (InputStream in = ShellTextTest.class.getResourceAsStream(resource)) {
                for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                    if (line.startsWith("== ")) {
                        String name = line.substring(3);
                        cases.add(new Case(
                                name.replace(" bash", ""),
                                name.matches("bash .*|.* bash") ? Dialect.BASH : Dialect.SH,
                                new ArrayList<>()));
                    } else if (!cases.isEmpty()) {
                        cases.get(cases.size() - 1).lines().add(line);
                    }
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return cases;
        }

        String text() {
            return String.join(
                            "\n",
                            lines.stream().filter(line -> !line.equals("--")).toList()) + "\n";
        }

        /** The commands, without blanks around them and comments in front of them. */
        List<String> commands() {
            return Stream.of(String.join("\n", lines).split("\n--\n"))
                    .map(command ->
                            command.replaceFirst("^(?:\\s|#[^\n]*\n)+", "").stripTrailing())
                    .toList();
        }

        @Override
        public String toString() {
            return dialect + " " + place + " " + lines.get(0);
        }
    }

    @BeforeAll
    static void start() {
        sh = new RealShell(Dialect.SH);
        bash = new RealShell(Dialect.BASH);
    }

    @AfterAll
    static void stop() throws IOException {
        sh.close();
        bash.close();
    }

    static List<Case> whole() {
        return Case.read("whole.txt");
    }

    static List<Case> broken() {
        return Case.read("broken.txt");
    }

    private static RealShell real(Case one) {
        return one.dialect() == Dialect.BASH ? bash : sh;
    }

    @ParameterizedTest
    @MethodSource("whole")
    void cutsWhereAShellWould(Case one) {
        List<CompleteCommand> commands = ShellText.commands(one.text(), one.dialect());

        assertThat(commands).extracting(CompleteCommand::text).isEqualTo(one.commands());
        assertThat(commands)
                .allSatisfy(command -> assertThat(one.text().substring(command.start(), command.end()))
                        .startsWith(command.text()));
    }

    @ParameterizedTest
    @MethodSource("whole")
    void whatIsExpectedIsWhatARealShellDoes(Case one) {
        for (String command : one.commands()) {
            assertThat(real(one).isComplete(command)).as(command).isTrue();
            List<String> lines = command.lines().toList();
            for (int count = 1; count < lines.size(); count++) {
                String begin = String.join("\n", lines.subList(0, count));
                assertThat(real(one).isComplete(begin)).as(begin).isFalse();
            }
        }
    }

    /** What sh knows, bash knows too. */
    @ParameterizedTest
    @MethodSource("whole")
    void bashCutsShTheSameWay(Case one) {
        assertThat(ShellText.commands(one.text(), Dialect.BASH))
                .extracting(CompleteCommand::text)
                .isEqualTo(one.commands());
    }

    @ParameterizedTest
    @MethodSource("broken")
    void refusesWithThePlace(Case one) {
        ShellSyntaxException e =
                catchThrowableOfType(ShellSyntaxException.class, () -> ShellText.commands(one.text(), one.dialect()));

        assertThat(e).isNotNull();
        String before = one.text().substring(0, e.offset());
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        assertThat(line + ":" + (e.offset() - before.lastIndexOf('\n')))
                .as(e.getMessage())
                .isEqualTo(one.place());
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aRealShellRefusesItToo(Case one) {
        assertThat(real(one).isComplete(one.text().stripTrailing())).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'echo a\\ '          | 'echo a\\ '
            'echo a\\ ¶date'     | 'echo a\\ '
            'echo a \\¶¶date'    | 'echo a'
            'echo a   ¶date'     | 'echo a'
            'echo a # b  ¶date'  | 'echo a # b'
            'echo a # b\\¶date'  | 'echo a # b\\'
            'echo a;¶date'       | 'echo a;'
            'cat <<E ¶a ¶E¶id'   | 'cat <<E ¶a ¶E'
            """)
    void theTextEndsWhereTheCommandDoes(String text, String command) {
        assertThat(ShellText.commandAt(text.replace('¶', '\n'), 0, Dialect.SH).text())
                .isEqualTo(command.replace('¶', '\n'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(", "((", "{ ", "if ", "while ", "$(", "\"$(", "${x:-", "\"${x:-", "$((", "echo @(a", "a=(", "a=(b=(",
                        "case x in x) ", "f() ",
                "f() { ", "coproc ", "! ", "time ", "`", "<(", "a[$(", "x=$(", "select x in a; do ", "[[ ", "<<E ",
                        "function f ", "'", "&& ", ";",
                "$[", "true &&\n", "\\\n"
            })
    void hundredThousandOpeningsAreNoTrouble(String opened) {
        String text = opened.repeat(100_000);
        for (Dialect dialect : Dialect.values()) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(5),
                    () -> assertThat(Optional.ofNullable(catchThrowable(() -> ShellText.commands(text, dialect))))
                            .satisfiesAnyOf(
                                    refused -> assertThat(refused).isEmpty(),
                                    refused -> assertThat(refused.orElseThrow())
                                            .isInstanceOf(ShellSyntaxException.class)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo \"$(echo $((1 + 2)) ${x:-`id`})\" 'a' \\\n  b >f 2>&1 && { id; } | cat\n",
                "cat <<E\n$x $(id)\nE\n",
                "if true; then for i in 1 2; do case $i in 1) id;; esac; done; fi\n",
                "echo $((id); (who))\n",
                "a=(1 2) # comment\n",
                "# comment\n\n"
            })
    void oneMebibyteIsReadInNoTime(String piece) {
        String text = piece.repeat((1 << 20) / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> ShellText.commands(text, Dialect.BASH));
        String one = "{\n" + text + "id\n}\n";
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(5), () -> ShellText.commands(one, Dialect.BASH)))
                .hasSize(1);
    }

    @Test
    void longWordsAreNoTrouble() {
        String text = "echo '" + "x\n".repeat(500_000) + "' " + "y".repeat(500_000) + "\n";
        assertThat(ShellText.commands(text, Dialect.SH)).hasSize(1);
        String json = "curl -d \"{" + "\\\"a\\\": 1, ".repeat(50_000) + "}\" localhost\n";
        assertThat(ShellText.commands(json, Dialect.SH)).hasSize(1);
    }

    @Test
    void tellsWhatStandsInACommand() {
        CompleteCommand command = ShellText.commandAt("A=1 sudo -n rm \"a b\" > /tmp/x && { id; }", 0, Dialect.SH);

        SimpleCommand first = command.commands().get(0);
        assertThat(first.depth()).isZero();
        assertThat(first.name()).isEqualTo("sudo");
        assertThat(first.words()).extracting(ShellWord::unquoted).containsExactly("sudo", "-n", "rm", "a b");
        assertThat(first.assignments()).extracting(ShellWord::text).containsExactly("A=1");
        assertThat(first.redirections()).singleElement().satisfies(one -> {
            assertThat(one.operator()).isEqualTo(">");
            assertThat(one.target().text()).isEqualTo("/tmp/x");
            assertThat(one.target().start()).isEqualTo(23);
        });
        assertThat(command.commands().get(1).depth()).isOne();
    }

    @Test
    void knowsWhatOnlyDefinesFunctions() {
        CompleteCommand definition = ShellText.commandAt("f() { id; }; g() ( who )", 0, Dialect.SH);
        assertThat(definition.functions()).containsExactly("f", "g");
        assertThat(definition.onlyFunctions()).isTrue();
        assertThat(ShellText.commandAt("f() { id; }; f", 0, Dialect.SH).onlyFunctions())
                .isFalse();
        assertThat(ShellText.commandAt("(f() { id; })", 0, Dialect.SH).onlyFunctions())
                .isFalse();
    }

    /** Here shells differ: dash reads no lines for it, bash does. */
    @Test
    void aHereDocumentMustBeginWithinItsSubstitution() {
        assertThat(catchThrowable(() -> ShellText.commands("echo $(cat <<E) x\nbody\nE\n", Dialect.SH)))
                .hasMessage("the lines of this here-document must come before the ')'");
    }
}
