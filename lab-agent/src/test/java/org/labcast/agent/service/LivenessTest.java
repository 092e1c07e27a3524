package org.labcast.agent.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LivenessTest {
    private static final Instant SIGNED = Instant.parse("2026-11-22T10:00:00Z");

    private final Liveness signs = new Liveness();

    @Test
    void aCreditThatIsRepeatedIsNone() {
        assertThat(signs.hear(0, SIGNED)).isTrue();
        assertThat(signs.hear(0, SIGNED)).isFalse();
        assertThat(signs.hear(10, SIGNED)).as("grants more").isTrue();
        assertThat(signs.hear(10, SIGNED.plusSeconds(5))).as("is fresh").isTrue();
        assertThat(signs.hear(10, SIGNED)).isFalse();
        assertThat(signs.hear(0, SIGNED.plusSeconds(5))).isFalse();
    }

    @Test
    void aCallerWithAClockThatIsSetBackIsHeardWhileItTakesOutput() {
        signs.hear(10, SIGNED);
        assertThat(signs.hear(20, SIGNED.minusSeconds(3600))).isTrue();
    }

    @Test
    void silenceBeginsWithTheAcceptance() {
        assertThat(signs.silentFor(Duration.ZERO)).isTrue();
        assertThat(signs.silentFor(Duration.ofHours(1))).isFalse();
    }
}
