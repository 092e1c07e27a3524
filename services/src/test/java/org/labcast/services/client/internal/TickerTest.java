package org.labcast.services.client.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TickerTest {
    @Test
    void aCallerThatWasFrozenDoesNotBlameTheHostForIt() {
        AtomicLong ticker = new AtomicLong(42);
        try (Ticker clockwork = new Ticker(ticker::get, Duration.ofMillis(250))) {
            ticker.addAndGet(Duration.ofMillis(260).toNanos());
            assertThat(clockwork.elapsed()).isEqualTo(Duration.ofMillis(260));
            ticker.addAndGet(Duration.ofSeconds(20).toNanos());
            assertThat(clockwork.elapsed()).isEqualTo(Duration.ofSeconds(1));
            assertThat(clockwork.elapsed()).isZero();
        }
    }
}
