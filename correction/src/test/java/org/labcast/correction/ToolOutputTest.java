package org.labcast.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ToolOutputTest {
    private static final ToolOutput SAYS = ToolOutput.of(new FailedCommand(
            "x", 1, "out: Permission granted\n", "EACCES: denied\n\nx2: ACCESS denied!\nundeniedly\n"));

    @Test
    void givesTheLinesThatHaveOneOfTheWords() {
        assertThat(SAYS.with(Set.of("denied", "eacces")).lines())
                .containsExactly("EACCES: denied", "x2: ACCESS denied!");
        assertThat(SAYS.numbersWith(Set.of("access", "permission"))).containsExactly(2, 4);
        assertThat(SAYS.with(Set.of("other")).lines()).isEmpty();
    }

    @Test
    void seeksAPatternInThoseLinesOnly() {
        assertThat(SAYS.with(Set.of("permission")).find(Pattern.compile("denied")))
                .isEmpty();
        assertThat(SAYS.with(Set.of("access")).findAll(Pattern.compile("denied")))
                .hasSize(1);
    }

    @Test
    void keepsTheEndOfALongOutput() {
        ToolOutput says = ToolOutput.of(new FailedCommand("x", 1, "", "ok\n".repeat(5_000) + "the end\n"));
        assertThat(says.contains("the end")).isTrue();
        assertThat(says.lines()).hasSizeLessThanOrEqualTo(ToolOutput.LINES);
    }
}
