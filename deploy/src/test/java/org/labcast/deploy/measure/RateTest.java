package org.labcast.deploy.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateTest {
    private static List<Finding> findings(Verdict verdict, int count, String... expected) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Mistake mistake = new Mistake(verdict + "-" + i, "", "x", null, null, null, List.of(expected), null);
            findings.add(new Finding(mistake, verdict, "", "", ""));
        }
        return findings;
    }

    @Test
    void theFloorItselfIsEnough() {
        Rate rate = Rate.of(findings(Verdict.MENDED, 17, "y"))
                .plus(Rate.of(findings(Verdict.SHOWN, 1, "y")))
                .plus(Rate.of(findings(Verdict.NOTHING, 1, "y")))
                .plus(Rate.of(findings(Verdict.LEFT_TO_A_PERSON, 1)));

        assertThat(rate)
                .hasToString(
                        "19 of 20 right (95.0 %); of 19 that can be mended 17 were (89.5 %), 1 shown, 0 told before, 0 wrong, 1 nothing; harmful 0");
        assertThat(rate.isRight(95)).isTrue();
        assertThat(rate.isRight(96)).isFalse();
        assertThat(rate.isMended(89)).isTrue();
        assertThat(rate.isMended(90)).isFalse();
    }

    @Test
    void whatIsHarmfulIsCountedByItself() {
        Rate rate = Rate.of(findings(Verdict.HARMFUL, 2, "y"));

        assertThat(rate.harmful()).isEqualTo(2);
        assertThat(rate.isRight(1)).isFalse();
    }

    @Test
    void noCaseIsNoSuccess() {
        assertThat(Rate.NONE.isRight(0)).isFalse();
    }
}
