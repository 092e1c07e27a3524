package org.labcast.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.utils.critical.CriticalComponent;
import org.apache.activemq.artemis.utils.critical.CriticalComponentImpl;
import org.apache.activemq.artemis.utils.critical.EmptyCriticalAnalyzer;
import org.junit.jupiter.api.Test;

class HaltWhenFailedTest {
    private final CriticalComponent part = new CriticalComponentImpl(EmptyCriticalAnalyzer.getInstance(), 1);
    private final CountDownLatch halted = new CountDownLatch(1);
    private final SettableClock clock = new SettableClock();
    private final HaltWhenFailed plugin = new HaltWhenFailed(clock, Duration.ZERO, halted::countDown);

    @Test
    void aFailedDiskEndsTheProcess() throws Exception {
        plugin.diskFailed(new IOException("No space left on device"), "write", null);
        assertThat(halted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aPartThatIsStuckTwiceEndsTheProcess() throws Exception {
        plugin.criticalFailure(part);
        clock.now = clock.now.plusSeconds(120);
        plugin.criticalFailure(part);
        assertThat(halted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aMachineThatWasSuspendedNowAndThenGoesOn() {
        HaltWhenFailed atOnce = new HaltWhenFailed(clock, Duration.ZERO, () -> {
            throw new AssertionError("halted");
        });
        atOnce.criticalFailure(part);
        clock.now = clock.now.plusSeconds(3_600);
        atOnce.criticalFailure(part);
        assertThat(atOnce.isHalting()).isFalse();
    }

    private static final class SettableClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
