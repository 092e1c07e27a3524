package org.labcast.model.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EndingTest {
    @Test
    void isToldInAPhraseThatCanGoOn() {
        assertThat(new Ending.Exited(2).describe()).isEqualTo("exit 2");
        assertThat(new Ending.TimedOut(Duration.ofSeconds(90)).describe()).isEqualTo("timed out after 90s");
        assertThat(new Ending.NotStarted("There is no user 'x' on this host.").describe())
                .isEqualTo("not started: There is no user 'x' on this host");
    }

    @Test
    void onlyAnExitOfZeroIsASuccess() {
        assertThat(new Ending.Exited(0).success()).isTrue();
        assertThat(new Ending.Exited(1).success()).isFalse();
        assertThat(new Ending.Interrupted().success()).isFalse();
    }
}
