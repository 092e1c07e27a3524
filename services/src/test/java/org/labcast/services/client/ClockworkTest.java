package org.labcast.services.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ClockworkTest {
    @Test
    void aCallerThatWasFrozenDoesNotBlameTheHostForIt() {
        AtomicLong ticker = new AtomicLong(42);
        try (Clockwork clockwork = new Clockwork(ticker::get, Duration.ofMillis(250))) {
            ticker.addAndGet(Duration.ofMillis(260).toNanos());
            assertThat(clockwork.elapsed()).isEqualTo(Duration.ofMillis(260));
            ticker.addAndGet(Duration.ofSeconds(20).toNanos());
            assertThat(clockwork.elapsed()).isEqualTo(Duration.ofSeconds(1));
            assertThat(clockwork.elapsed()).isZero();
        }
    }
}
