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

    @Test
    void promptsOfOtherShells() {
        safely("$ $ ls", 127, "sh: 1: $: not found\n", "ls");
        safely("[labadmin@lab-01 etc]$ ls", 127, "sh: 1: [labadmin@lab-01: not found\n", "ls");
        riskily("(venv) bob@lab:~/x$ ls", 2, "sh: 1: Syntax error: word unexpected\n", "ls");
        safely("PS C:\\Users\\bob> ls", 127, "sh: 1: PS: not found\n", "ls");
        safely("  12  ls -l", 127, "sh: 1: 12: not found\n", "ls -l");
        notAtAll("5zip a", 127, "sh: 1: 5zip: not found\n");
    }
}
