package org.labcast.correction.rule.packages;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class DebconfPromptTest extends RuleTest {
    private static final String ASKED = """
            debconf: unable to initialize frontend: Dialog
            debconf: (TERM is not set, so the dialog frontend is not usable.)
            debconf: falling back to frontend: Readline
            debconf: unable to initialize frontend: Readline
            debconf: (This frontend requires a controlling tty.)
            debconf: falling back to frontend: Teletype
            Configuring tzdata
            ------------------
            """;

    DebconfPromptTest() {
        super(new DebconfPrompt());
    }

    @Test
    void packagesAnswerThemselves() {
        safely(
                "sudo apt-get install -y tzdata",
                124,
                ASKED,
                "sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y tzdata");
    }

    @Test
    void notTwice() {
        notAtAll("DEBIAN_FRONTEND=readline apt-get install -y tzdata", 124, ASKED);
        notAtAll("cat log", 1, ASKED);
    }
}
