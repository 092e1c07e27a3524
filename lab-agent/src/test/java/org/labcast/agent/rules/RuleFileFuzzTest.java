package org.labcast.agent.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.fuzz.ReaderFuzz;

/** Whatever a rule file holds, what is wrong with it is told. */
class RuleFileFuzzTest {
    @TempDir
    private Path folder;

    @Test
    void isCheckedOrFaultsAreTold() throws IOException {
        ReaderFuzz.of("rule file")
                .texts(List.of(
                        Files.readString(Path.of("../examples/rules.d/lab.yaml")),
                        "[{\"name\": \"a_b\", \"why\": \"It is.\", \"command\": \"x\", \"replace\": \"y\","
                                + " \"examples\": [{\"command\": \"x\", \"becomes\": \"y\"}]}]"))
                .words(
                        "- name: x\n",
                        "command: '",
                        "((a{1000}){1000}){1000}",
                        "(?i)",
                        "[[:alpha:]]",
                        "\\Q",
                        "\\x{110000}",
                        "(a|b)*",
                        "(?P<n>",
                        "{output.1}",
                        "{command.99999999999}",
                        "&a ",
                        "*a",
                        "!!int ",
                        "? ",
                        "|\n",
                        ">-\n",
                        "---\n",
                        "...\n",
                        "%YAML 9.9\n",
                        "<<: ",
                        "'",
                        "\"\\uD800\"")
                .tries(400)
                .read(input -> {
                    Files.write(folder.resolve("tried.yaml"), input);
                    StringWriter said = new StringWriter();
                    RuleCheck check = RuleCheck.of(folder);
                    check.print(new PrintWriter(said, true));
                    assertThat(said.toString()).contains(check.passed() ? "all well" : "fault");
                });
    }
}
