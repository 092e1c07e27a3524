package org.labcast.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What tries readers must find those that break. */
class ReaderFuzzFindsTest {
    private static ReaderFuzz fuzz() {
        return ReaderFuzz.of("reader")
                .texts(List.of("a(b)c 12", "some longer text"))
                .refusesBy(IllegalArgumentException.class);
    }

    @Test
    void findsAnExceptionThatIsNotDeclared() {
        assertThatThrownBy(() -> fuzz().read(input -> {
                    if (input.length > 0 && input[0] == 0) {
                        throw new IllegalStateException("zero");
                    }
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("IllegalStateException")
                .hasMessageContaining("-Dfuzz.seed=")
                .hasRootCauseMessage("zero");
    }

    @Test
    void findsAReaderThatCallsItselfForEachBracket() {
        assertThatThrownBy(() -> fuzz().read(input -> deep(input, 0)))
                .hasMessageContaining("ends with java.lang.StackOverflowError");
    }

    private static long deep(byte[] input, int from) {
        int at = from;
        while (at < input.length && input[at] != '(') {
            at++;
        }
        return at == input.length ? 0 : 1 + deep(input, at + 1);
    }

    @Test
    void findsAReaderThatDoesNotEnd() {
        CountDownLatch never = new CountDownLatch(1);
        assertThatThrownBy(() -> fuzz().forOneInput(Duration.ofMillis(200)).read(input -> {
                    if (input.length > 30) {
                        never.await();
                    }
                }))
                .hasMessageContaining("is not done after PT0.2S");
        never.countDown();
    }

    @Test
    void takesRefusalsThatAreDeclaredButNotOfWellFormedInputs() {
        assertThatCode(() -> fuzz().read(input -> {
                    if (input.length != 8 && input.length != 16) {
                        throw new IllegalArgumentException("length");
                    }
                }))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> fuzz().read(input -> {
                    throw new IllegalArgumentException("all");
                }))
                .hasMessageContaining("refuses a well-formed input");
    }

    @Test
    void inputsAreManyAndTheSameForTheSameSeed() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 2; i++) {
            fuzz().read(input -> seen.add(new String(input, java.nio.charset.StandardCharsets.ISO_8859_1)));
        }
        org.assertj.core.api.Assertions.assertThat(seen).hasSizeBetween(700, 1_002);
    }
}
