package org.labcast.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.labcast.agent.command.QuickCorrection;

/** What is not plainly a question is left to the command line's own reader, which says what is wrong. */
final class QuickCorrectionTest {
    static Stream<List<String>> others() {
        return Stream.of(
                List.of(),
                List.of("correct"),
                List.of("status"),
                List.of("correct", "--help"),
                List.of("correct", "--exit", "300", "x"),
                List.of("correct", "--exit", "x"),
                List.of("correct", "--output", "/nonexistent/said", "x"),
                List.of("correct", "--run", "x"),
                List.of("correct", "--jsonl", "x"),
                List.of("correct", "--jsonl", "--json"),
                List.of("correct", "one", "two"),
                List.of("correct", "--exit=1", "x"),
                List.of("correct", "--json", "--json", "x"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void leavesWhatIsNoPlainQuestion(List<String> arguments) {
        assertThat(QuickCorrection.answer(arguments.toArray(String[]::new))).isEmpty();
    }
}
