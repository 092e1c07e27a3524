package org.labcast.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** {@code lab-agent correct} as it is typed. */
class CorrectCommandTest {
    private static final String TYPO = "apt-get instal vim";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private String said(String output) throws IOException {
        return Files.writeString(folder.resolve("said"), output).toString();
    }

    @Test
    void saysWhatWhyAndHowRisky() throws IOException {
        assertThat(run("correct", TYPO, "--exit", "100", "--output", said("E: Invalid operation instal\n")))
                .isZero();

        assertThat(out.toString()).isEqualTo("""
                1. apt-get install vim
                   safe (apt_verb): apt-get does not know 'instal'; nearest is 'apt-get install'.
                   effect: additive. May run unattended: one slip is put right, and apt-get install only adds something.

                None of these was run. An agent runs only the first one, only if it is safe and the job allows it.
                """);
    }

    @Test
    void forPrograms() throws IOException {
        assertThat(run("correct", TYPO, "--json", "--output", said("E: Invalid operation instal\n")))
                .isZero();

        assertThat(out.toString())
                .startsWith(
                        "{\"command\":\"apt-get instal vim\",\"suggestions\":[{\"command\":\"apt-get install vim\",");
    }

    @Test
    void withoutSuggestionItSaysSoInOneLine() throws IOException {
        assertThat(run("correct", "false", "--output", said(""))).isEqualTo(1);
        assertThat(run("correct", "false")).isEqualTo(1);
        assertThat(run("correct", "false", "--json")).isEqualTo(1);

        assertThat(out.toString()).isEqualTo("""
                No suggestion.
                No suggestion from the command alone; its output (--output FILE, or --run) would help.
                {"command":"false","suggestions":[]}
                """);
    }

    @Test
    void whatAPersonMustLookAtIsSaid() throws IOException {
        String warning = "@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\n";

        assertThat(run("correct", "ssh lab-01", "--exit", "255", "--output", said(warning)))
                .isEqualTo(1);

        assertThat(out.toString()).startsWith("not corrected: The SSH host key").hasLineCount(1);
    }

    @Test
    void runsTheCommandOnceToLook() {
        String command = "echo x >>" + folder + "/runs; ls " + folder + "/rnus";

        assertThat(run("correct", "--run", command)).isZero();

        assertThat(folder.resolve("runs")).hasContent("x");
        assertThat(out.toString())
                .startsWith("It was run: exit 2, and it said:\n   | ls: cannot access")
                .contains("1. echo x >>" + folder + "/runs; ls " + folder + "/runs\n   risky (mistyped_path): ");
    }

    @Test
    void aCommandThatSucceedsNeedsNothing() {
        assertThat(run("correct", "--run", "printf '\\033[31m%s' \"$(cat)\"; exit 0"))
                .isEqualTo(1);

        assertThat(out.toString()).isEqualTo("""
                It was run: exit 0, and it said:
                   | \\x1b[31m

                Nothing to correct: only a command that fails by itself is corrected.
                """);
    }

    @Test
    void nothingHostileReachesTheTerminal() throws IOException {
        assertThat(run("correct", "cat a\u001b[31mb", "--output", said("\u001b]0;x\u0007cat: a\u001b[31mb: nothing\n")))
                .isEqualTo(1);
        assertThat(out.toString()).doesNotContain("\u001b", "\u0007");
    }

    @ParameterizedTest
    @CsvSource({
        "correct,Say which command failed",
        "correct a b,in quotes",
        "correct a --run --exit 2,leave --exit and --output out",
        "correct a --exit 256,0 to 255",
        "correct a --exit x,--exit",
        "correct a --output /nowhere,it does not exist",
        "correct a --jsonl,--jsonl stands alone",
    })
    void wrongUsage(String arguments, String why) {
        assertThat(run(arguments.split(" "))).isEqualTo(64);
        assertThat(err.toString()).contains(why, "Try 'lab-agent correct --help'.");
    }
}
