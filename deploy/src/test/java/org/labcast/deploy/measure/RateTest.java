package org.labcast.deploy.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateTest {
    @Test
    void theFloorItselfIsEnough() {
        Rate rate = new Rate(18, 19).plus(new Rate(1, 1));
        assertThat(rate).hasToString("19 of 20 ok, 95.0 %");
        assertThat(rate.atLeast(95)).isTrue();
        assertThat(rate.atLeast(96)).isFalse();
    }

    @Test
    void noCaseIsNoSuccess() {
        assertThat(Rate.NONE.atLeast(0)).isFalse();
        assertThat(Rate.NONE).hasToString("0 of 0 ok, 0.0 %");
    }
}
