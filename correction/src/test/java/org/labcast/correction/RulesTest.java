package org.labcast.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Fails when a rule lacks its place in the list, its test or its line in the manual. */
final class RulesTest {
    private static final Path SOURCES = Path.of("src/main/java/org/labcast/correction/rule");
    private static final Path TESTS = Path.of("src/test/java/org/labcast/correction/rule");
    private static final Path MANUAL = Path.of("../docs/manual/corrections.md");

    @Test
    void everyRuleIsInTheList() throws IOException {
        List<String> written;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            written = files.filter(RulesTest::isRule)
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .toList();
        }
        assertThat(Rules.ALL)
                .extracting(rule -> rule.getClass().getSimpleName())
                .containsExactlyInAnyOrderElementsOf(written);
    }

    private static boolean isRule(Path file) {
        try {
            return Files.isRegularFile(file) && Files.readString(file).contains(" implements Rule ");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyRuleIsNamedLikeItsClassAndHasItsTest() {
        for (Rule rule : Rules.ALL) {
            String type = rule.getClass().getSimpleName();
            assertThat(rule.name())
                    .isEqualTo(type.replaceAll("(?<!^)([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT));
            String family = rule.getClass().getPackageName().replaceFirst(".*\\.", "");
            assertThat(TESTS.resolve(family).resolve(type + "Test.java")).exists();
        }
    }

    @Test
    void everyRuleHasACaseThatItMustNotTake() throws IOException {
        for (Rule rule : Rules.ALL) {
            String family = rule.getClass().getPackageName().replaceFirst(".*\\.", "");
            Path test = TESTS.resolve(family).resolve(rule.getClass().getSimpleName() + "Test.java");
            assertThat(Files.readString(test)).as(rule.name()).containsAnyOf("notAtAll(", ".isEmpty()");
        }
    }

    @Test
    void theManualListsTheRulesInTheirOrder() throws IOException {
        List<String> lines = Pattern.compile("(?m)^\\| `(\\w+)` \\|")
                .matcher(Files.readString(MANUAL))
                .results()
                .map((MatchResult line) -> line.group(1))
                .toList();
        assertThat(lines)
                .containsExactlyElementsOf(Rules.ALL.stream().map(Rule::name).toList());
    }
}
