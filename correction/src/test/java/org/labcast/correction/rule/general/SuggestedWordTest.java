package org.labcast.correction.rule.general;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class SuggestedWordTest extends RuleTest {
    SuggestedWordTest() {
        super(new SuggestedWord());
    }

    @Test
    void toolsHintIsTaken() {
        safely(
                "git stauts",
                1,
                "git: 'stauts' is not a git command. See 'git --help'.\n\nThe most similar command is\n	status\n",
                "git status");
        safely("pip3 lst", 1, "ERROR: unknown command \"lst\" - maybe you meant \"list\"\n", "pip3 list");
        safely(
                "cargo buld",
                101,
                "error: no such command: `buld`\n\nhelp: a command with a similar name exists: `build`\n\nhelp: view all installed commands with `cargo --list`\n",
                "cargo build");
        safely(
                "npm tst",
                1,
                "Unknown command: \"tst\"\n\nDid you mean this?\n    npm test # Test a package\n\nTo see a list of supported npm commands, run:\n  npm help\n",
                "npm test");
    }

    @Test
    void severalAreOnlyShown() {
        riskily(
                "git brnch",
                1,
                "git: 'brnch' is not a git command. See 'git --help'.\n\nThe most similar commands are\n	branch\n	bisect\n",
                "git branch",
                "git bisect");
    }

    @Test
    void aHintIsNotACommandLine() {
        notAtAll("git x1", 1, "git: 'x1' is not a git command.\n\nThe most similar command is\n	status; rm -rf /\n");
    }
}
