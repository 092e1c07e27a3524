package org.labcast.correction.rule.general;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class SwappedLettersTest extends RuleTest {
    SwappedLettersTest() {
        super(new SwappedLetters());
    }

    @Test
    void onlyAGuess() {
        riskily("sl", 1, "", "ls");
        riskily("gerp -r x .", 1, "", "grep -r x .");
    }

    @Test
    void whereMoreIsKnownOthersAnswer() {
        notAtAll("klil 1", 1, "");
        notAtAll("sl", 127, "sh: 1: sl: not found\n");
        notAtAll("ls", 1, "");
        machine.executables("ls");
        notAtAll("sl", 1, "");
    }
}
