package org.labcast.publisher.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.labcast.model.HostName;
import org.labcast.model.host.Facts;
import org.labcast.model.host.Presence;

class KnownHostTest {
    private static final Instant SEEN = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void aClockIsWrongWhenALeaseDoesNotExplainTheDifference() {
        assertThat(skew(Duration.ofHours(2))).contains(Duration.ofHours(2));
        assertThat(skew(Duration.ofHours(-2))).contains(Duration.ofHours(-2));
        assertThat(skew(Duration.ofSeconds(30))).isEmpty();
        assertThat(skew(Duration.ofSeconds(-90))).as("an entry of 45 s ago").isEmpty();
    }

    private static Optional<Duration> skew(Duration ahead) {
        Presence presence = new Presence(
                TestLab.REALM,
                new HostName("lab-01"),
                SEEN.plus(ahead),
                false,
                new TreeSet<>(),
                new TreeSet<>(),
                Facts.of(Map.of()),
                "");
        return new KnownHost(
                        presence.host(),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.of(presence),
                        Optional.of(SEEN))
                .skew();
    }
}
