package org.labcast.agent.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PatternsTest {
    private static String fault(String pattern) {
        RuleFaults faults = new RuleFaults(Path.of("f"));
        Patterns.line(new YamlItem.Text(Place.START, pattern, false), faults);
        return faults.all().isEmpty() ? "" : faults.all().get(0).sentence();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "apt-get(?: +-\\S+)* +instal",
                "^E: Unable to locate package (\\S+)$",
                "(?:\\d{1,3}\\.){3}\\d{1,3}",
                "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
                "(?i)no such (?:file|directory)",
                "(a|b)*c",
                "(?:[a-z0-9-]+\\.)+[a-z]{2,}",
                "\\Qa+b(\\E+c",
                "[]x]+|[^]]*",
                "[[:alpha:]_]\\w*",
                "\\p{Greek}+\\x{2019}?",
                ".*foo.*",
                "\\s+\\S+\\s*=\\s*\\S+",
                "(foo|bar)+",
                "(?:ab?c)*",
                "(?P<n>x){2,5}",
                "(a{3})+",
                "(\\w+,)*\\w+",
                "\\[(\\d+)\\]",
                "a{,3}",
                "(?:[^']|'[^']*')*",
                "\\bx\\b|^$"
            })
    void takesHonestPatterns(String pattern) {
        assertThat(fault(pattern)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+$",
                "(a*)*",
                "(a|a)*b",
                "(a|aa)+$",
                "([a-zA-Z]+)*",
                "(.*a){20}",
                "(\\w+\\s?)*x",
                "(\\S+\\s*)+",
                "(?:a+b?)+c",
                "(x+x+)+y",
                "(\\d|[0-9])*z",
                "((ab)*)*",
                "(a?){20}a{20}",
                "(.|\\n)+?(x)*((a|b|ab)*c)?",
                "(?i)(?:k|K)*!",
                "(\\p{L}|\u00fc)+",
                "(.{1,5})+",
                "(a|b|ab)*c"
            })
    void refusesWhatCouldHangABacktrackingMatcher(String pattern) {
        assertThat(fault(pattern)).startsWith("The pattern can read one text in very many ways");
    }

    @Test
    @Timeout(30)
    void refusesWhatWouldNotFitIntoMemory() {
        assertThat(fault("((a{1000}){1000}){1000}")).startsWith("The pattern is too large");
        assertThat(fault("(?:x{0,100}y){100}")).startsWith("The pattern is too large");
        assertThat(fault("a".repeat(1_001))).startsWith("The pattern is longer than 1000");
        assertThat(fault("a{1001}")).isNotEmpty();
    }

    @Test
    @Timeout(30)
    void judgesAnyPatternQuickly() {
        assertThat(fault("(" + "a|".repeat(498) + "b)*")).isNotEmpty();
        assertThat(fault("(".repeat(500) + ")".repeat(500))).isEmpty();
        assertThat(fault("(".repeat(1_000))).startsWith("The pattern is not understood");
        assertThat(fault("[a-z]?".repeat(166))).isEmpty();
        assertThat(fault("(?:" + "[a-z]?".repeat(160) + "-)*")).isNotNull();
    }

    @Test
    void whatRe2RefusesIsSaidWithItsReason() {
        assertThat(fault("(?<=a)b")).startsWith("The pattern is not understood: invalid");
        assertThat(fault("a\\")).startsWith("The pattern is not understood: trailing backslash");
        assertThat(fault("*a")).startsWith("The pattern is not understood: missing argument to repetition");
        assertThat(fault("a)")).startsWith("The pattern is not understood");
        assertThat(fault("[a")).startsWith("The pattern is not understood: missing closing ]");
    }
}
