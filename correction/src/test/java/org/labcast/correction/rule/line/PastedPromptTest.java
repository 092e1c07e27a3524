package org.labcast.correction.rule.line;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class PastedPromptTest extends RuleTest {
    PastedPromptTest() {
        super(new PastedPrompt());
    }

    @Test
    void promptGoes() {
        safely("$ ls -l", 127, "sh: 1: $: not found\n", "ls -l");
        safely("root@lab-01:~# uptime", 127, "sh: 1: root@lab-01:~#: not found\n", "uptime");
    }

    @Test
    void variablesStay() {
        notAtAll("$HOME/x", 127, "sh: 1: /root/x: not found\n");
    }
}
