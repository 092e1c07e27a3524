package org.labcast.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpiringCacheTest {
    private final ExpiringCache<String, Integer> cache =
            new ExpiringCache<>(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), Duration.ofMinutes(1), 2);
    private int looks;

    @Test
    void ofManyValuesTheOneLongestUnusedGoes() {
        assertThat(get("a")).isEqualTo(1);
        assertThat(get("b")).isEqualTo(2);
        assertThat(get("a")).isEqualTo(1);
        assertThat(get("c")).isEqualTo(3);
        assertThat(get("a")).isEqualTo(1);
        assertThat(get("b")).isEqualTo(4);
    }

    private int get(String key) {
        return cache.get(key, List.of(), () -> ++looks);
    }
}
