package org.labcast.services.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.labcast.services.acme.Acme;
import org.labcast.services.acme.ElementKind;

/** What the manual shows is good, and what may be written is in the manual. */
final class ManualTest {
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```acme\n(.*?)```");

    private static String manual() throws IOException {
        return Files.readString(Path.of("../docs/manual/services.md"));
    }

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        List<MatchResult> examples = EXAMPLE.matcher(manual()).results().toList();
        assertThat(examples).hasSizeGreaterThan(3);
        return examples.stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.group(1).lines().findFirst().orElseThrow(), () -> {
                            Checked checked =
                                    Checker.check(List.of(Acme.read("services.md", example.group(1))), List.of(), true);
                            assertThat(checked.findings()).isEmpty();
                            assertThat(checked.services()).isNotEmpty();
                        }));
    }

    @Test
    void everyPropertyIsInTheManual() throws IOException {
        String manual = manual();
        for (ElementKind kind : ElementKind.values()) {
            assertThat(Vocabulary.of(kind))
                    .allSatisfy(property -> assertThat(manual).contains("`" + property + "`"));
        }
    }
}
