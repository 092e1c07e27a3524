package org.labcast.agent.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void doublesUpToThirtySeconds() {
        Backoff backoff = new Backoff(() -> 0);

        assertThat(Stream.generate(backoff::next).limit(7).map(pause -> pause.toSeconds()))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
        backoff.reset();
        assertThat(backoff.next().toSeconds()).isEqualTo(1);
    }

    /** Whoever was removed from the lab cannot help it by asking often. */
    @Test
    void waitsMinutesAfterARefusal() {
        Backoff backoff = new Backoff(() -> 0);

        assertThat(backoff.nextOfRefused().toMinutes()).isEqualTo(5);
        assertThat(backoff.nextOfRefused().toMinutes()).isEqualTo(5);
    }

    @Test
    void isShortenedByHalfAtMost() {
        assertThat(new Backoff(() -> 1).next().toMillis()).isEqualTo(500);
    }
}
