package org.labcast.agent.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RuleCheckTest {
    private static final Path SHIPPED = Path.of("../examples/rules.d");

    @TempDir
    Path folder;

    private static String said(RuleCheck check) {
        StringWriter text = new StringWriter();
        check.print(new PrintWriter(text, true));
        return text.toString();
    }

    @Test
    void theShippedExamplesAreAllWell() {
        RuleCheck check = RuleCheck.of(SHIPPED);
        assertThat(said(check)).isEqualTo("3 rules and 2 effect rows in 1 file, 10 examples tried: all well.\n");
        assertThat(check.passed()).isTrue();
    }

    @Test
    void saysWhichExampleFailsAndHow() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), """
                - name: one
                  why: w.
                  command: old
                  replace: new
                  examples:
                    - {command: old x, becomes: new y}
                    - {command: old x, becomes: null}
                    - {command: other, becomes: new}
                    - {command: old x, becomes: new x}
                """);
        RuleCheck check = RuleCheck.of(folder);
        assertThat(check.passed()).isFalse();
        assertThat(said(check)).isEqualTo("""
                F:6:33: one: expected 'new y', got 'new x'.
                F:7:33: one: expected no suggestion, got 'new x'.
                F:8:33: one: expected 'new', got no suggestion.
                1 rule in 1 file, 4 examples tried: 3 faults.
                """.replace("F:", file + ":"));
    }

    @Test
    void saysWhereTheEngineIsStricterThanTheFile() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), """
                - name: one
                  why: w.
                  command: old
                  replace: rm -rf
                  risk: safe
                  examples:
                    - {command: old x, becomes: rm -rf x}
                """);
        RuleCheck check = RuleCheck.of(folder);
        assertThat(check.passed()).isTrue();
        assertThat(said(check)).contains("a.yaml:7:33: note: one says safe, but");
    }

    @Test
    void triesTheGoodRulesOfAFileWithFaults() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), """
                - name: BAD
                - {name: two, why: w., command: old, replace: new, examples: [{command: old, becomes: other}]}
                """);
        assertThat(said(RuleCheck.of(folder))).contains("a.yaml:1:9: ").contains("two: expected 'other', got 'new'");
    }
}
