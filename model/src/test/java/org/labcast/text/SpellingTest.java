package org.labcast.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SpellingTest {
    private static final List<String> NAMES = List.of("PortMonitor", "NetMonitor", "NetMonitors");

    @Test
    void whatWasShortenedIsFoundByItsLikeness() {
        assertThat(Spelling.nearest("NetworkMonitor", NAMES)).isEmpty();
        assertThat(Spelling.likest("NetworkMonitor", NAMES, Spelling.GUESS)).contains("NetMonitor");
        assertThat(Spelling.likest("NetworkMonitor", NAMES, 0.9)).isEmpty();
        assertThat(Spelling.likest("x", List.of("a", "b"), 0)).contains("a");
        assertThat(Spelling.likest("x", List.of(), 0)).isEmpty();
    }
}
