package org.labcast.publisher.taskfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Task files that the manual and the README show, and the one that is shipped, are read as they are meant. */
class ManualExamplesTest {
    private static final Path MANUAL = Path.of("..", "docs", "manual", "administrator.md");
    private static final Path README = Path.of("..", "README.md");
    private static final Path EXAMPLE = Path.of("..", "examples", "tasks.txt");
    private static final Pattern MARKED = Pattern.compile("<!-- task file: (\\d+) commands -->\n\n((?: {4}.*\n|\n)+)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`.*) \\| one command");

    static Stream<MatchResult> marked() throws IOException {
        return MARKED.matcher(Files.readString(MANUAL)).results();
    }

    private static TaskFile parse(String text) {
        return TaskFile.parse("example", "example", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String unindented(String block) {
        return block.replaceAll("(?m)^ {4}", "");
    }

    @ParameterizedTest
    @MethodSource("marked")
    void anExampleHasItsCommandsAndNoSurprises(MatchResult example) {
        TaskFile file = parse(unindented(example.group(2)));

        assertThat(file.tasks()).hasSize(Integer.parseInt(example.group(1)));
        assertThat(file.warnings()).isEmpty();
    }

    @Test
    void thereAreExamples() throws IOException {
        assertThat(marked()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void theReadmesExampleIsUnderstood() throws IOException {
        String readme = Files.readString(README);
        int begin = readme.indexOf("    # Updates, on every machine of the lab.");
        int end = readme.indexOf("\nIt is typed,", begin);

        TaskFile file = parse(unindented(readme.substring(begin, end)));

        assertThat(file.tasks()).hasSize(4);
        assertThat(file.warnings()).isEmpty();
    }

    @Test
    void theShippedFileIsUnderstood() throws IOException {
        TaskFile file = parse(Files.readString(EXAMPLE));

        assertThat(file.tasks()).hasSize(8);
        assertThat(file.logAddress()).isEqualTo("127.0.0.1");
        assertThat(file.warnings()).isEmpty();
    }

    /** What the table calls one command is one: its cells are lines, in between stands what the dots mean. */
    @Test
    void theTableTellsTheTruth() throws IOException {
        List<String> cells = ROW.matcher(Files.readString(MANUAL))
                .results()
                .map(row -> row.group(1))
                .toList();

        assertThat(cells).hasSizeGreaterThanOrEqualTo(4);
        for (String cell : cells) {
            String text =
                    cell.replace("` … `", "\nid\n").replace("`, then `", "\n").replace("`", "") + "\n";
            assertThat(parse(text).tasks()).as(text).hasSize(1);
        }
    }
}
