package org.labcast.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
            return String.join("\n", lines.stream().filter(line -> !line.equals("--")).toList()) + "\n";
        }

        /** The commands, without blanks around them and comments in front of them. */
        List<String> commands() {
            return Stream.of(String.join("\n", lines).split("\n--\n"))
                    .map(command -> command.replaceFirst("^(?:\\s|#[^\n]*\n)+", "").stripTrailing())
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
        assertThat(commands).allSatisfy(command -> assertThat(one.text().substring(command.start(), command.end()))
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
        ShellSyntaxException e = catchThrowableOfType(
                ShellSyntaxException.class, () -> ShellText.commands(one.text(), one.dialect()));

        assertThat(e).isNotNull();
        String before = one.text().substring(0, e.offset());
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        assertThat(line + ":" + (e.offset() - before.lastIndexOf('\n'))).as(e.getMessage()).isEqualTo(one.place());
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aRealShellRefusesItToo(Case one) {
        assertThat(real(one).isComplete(one.text().stripTrailing())).isFalse();
    }
}
