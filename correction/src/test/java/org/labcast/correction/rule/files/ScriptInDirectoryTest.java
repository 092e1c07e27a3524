package org.labcast.correction.rule.files;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class ScriptInDirectoryTest extends RuleTest {
    ScriptInDirectoryTest() {
        super(new ScriptInDirectory());
    }

    @Test
    void scriptIsCalledByItsPath() {
        machine.file("install.sh").file("main");
        safely("install.sh -y", 127, "sh: 1: install.sh: not found\n", "./install.sh -y");
        riskily("main --help", 127, "main: command not found\n", "./main --help");
    }

    @Test
    void onlyWhatIsThere() {
        notAtAll("install.sh", 127, "sh: 1: install.sh: not found\n");
    }
}
