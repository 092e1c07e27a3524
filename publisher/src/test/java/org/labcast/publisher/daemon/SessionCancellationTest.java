package org.labcast.publisher.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionCancellationTest {
    private final SessionCancellation cancellation = new SessionCancellation();
    private final List<String> said = new ArrayList<>();

    @Test
    void saysTheLastWordsOnceAndTheLatestFirst() {
        cancellation.atCancel(() -> said.add("first"));
        cancellation.atCancel(() -> said.add("second"));

        cancellation.request();
        cancellation.request();

        assertThat(said).containsExactly("second", "first");
    }

    @Test
    void saysNothingForWhatIsOver() {
        cancellation.atCancel(() -> said.add("over")).close();

        cancellation.request();

        assertThat(said).isEmpty();
    }

    @Test
    void saysWordsAtOnceThatComeAfterTheRequest() throws InterruptedException {
        cancellation.request();
        cancellation.atCancel(() -> said.add("late")).close();

        assertThat(said).containsExactly("late");
        cancellation.awaitWords(Duration.ofDays(1)); // they were said: nothing is waited for
    }
}
