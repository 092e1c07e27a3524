package org.labcast.correction.rule.devel;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class PythonScriptTest extends RuleTest {
    PythonScriptTest() {
        super(new PythonScript());
    }

    @Test
    void pythonRunsIt() {
        machine.executables("python3").file("./scan.py");
        safely("./scan.py -v", 126, "sh: 1: ./scan.py: Permission denied\n", "python3 ./scan.py -v");
    }

    @Test
    void aFileThatNobodySeesIsShown() {
        riskily("scan.py", 127, "scan.py: command not found\n", "python scan.py");
    }

    @Test
    void itsOwnFaultsAreItsOwn() {
        notAtAll("./scan.py", 1, "ValueError: no\n");
        notAtAll("./scan.sh", 126, "sh: 1: ./scan.sh: Permission denied\n");
    }
}
