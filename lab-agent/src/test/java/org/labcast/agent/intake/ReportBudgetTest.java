package org.labcast.agent.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.labcast.agent.Samples;

class ReportBudgetTest {
    private Instant now = Samples.NOW;
    private final InstantSource source = () -> now;
    private final Clock clock = source.withZone(ZoneOffset.UTC);

    @Test
    void grantsTenAMinuteAndCountsTheRest() {
        ReportBudget budget = new ReportBudget(clock);
        for (int i = 0; i < 10; i++) {
            assertThat(budget.ask()).isEqualTo(OptionalLong.of(0));
        }
        assertThat(budget.ask()).isEmpty();
        assertThat(budget.ask()).isEmpty();

        now = now.plusSeconds(60);

        assertThat(budget.ask()).isEqualTo(OptionalLong.of(2));
        assertThat(budget.ask()).isEqualTo(OptionalLong.of(0));
    }

    @Test
    void aClockThatIsSetBackDoesNotSilenceIt() {
        ReportBudget budget = new ReportBudget(clock);
        for (int i = 0; i < 10; i++) {
            budget.ask();
        }

        now = now.minusSeconds(86_400);

        assertThat(budget.ask()).isPresent();
    }
}
