package org.labcast.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code lab-agent correct --check-rules} and {@code --rules} as they are typed. */
class RuleOptionsTest {
    private static final String RULE = """
            - name: apt_of_the_lab
              why: 'Here it is called otherwise.'
              command: 'apt-get instal'
              replace: 'lab-get install'
              examples:
                - {command: 'apt-get instal vim', becomes: 'lab-get install vim'}
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void onlyTheOwnerMayWrite() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private int run(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private void write(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    @Test
    void goodRulesAreAllWell() throws IOException {
        write(RULE);
        assertThat(run("correct", "--check-rules", folder.toString())).isZero();
        assertThat(out.toString()).isEqualTo("1 rule in 1 file, 1 example tried: all well.\n");
    }

    @Test
    void aFaultIsSaidWithItsPlace() throws IOException {
        write(RULE.replace("lab-get install vim", "lab-get install emacs"));
        assertThat(run("correct", "--check-rules", folder.toString())).isEqualTo(1);
        assertThat(out.toString())
                .startsWith(folder + "/a.yaml:6:48: apt_of_the_lab: expected 'lab-get install emacs', got 'lab-get"
                        + " install vim'.\n");
    }

    @Test
    void checkingStandsAloneAndNeedsAFolder() {
        assertThat(run("correct", "--check-rules", folder.resolve("none").toString()))
                .isEqualTo(64);
        assertThat(err.toString()).contains("none is no folder that you may read.");
        assertThat(run("correct", "--check-rules", folder.toString(), "--json")).isEqualTo(64);
        assertThat(run("correct", "--check-rules", folder.toString(), "ls")).isEqualTo(64);
    }

    @Test
    void rulesOfTheLabComeFirst() throws IOException {
        write(RULE);
        Path said = Files.writeString(folder.resolve("said"), "E: Invalid operation instal\n");
        assertThat(run("correct", "apt-get instal vim", "--rules", folder.toString(), "--output", said.toString()))
                .isZero();
        assertThat(out.toString())
                .startsWith(
                        "1. lab-get install vim\n   risky (apt_of_the_lab): Here it is called otherwise.\n"
                                + "   effect: unknown. Shown only: the rule does not know for sure that this was meant.\n2. apt-get");
    }
}
