package org.labcast.correction.rule.devel;

import org.junit.jupiter.api.Test;
import org.labcast.correction.NameKind;
import org.labcast.correction.RuleTest;

final class PythonModuleTest extends RuleTest {
    PythonModuleTest() {
        super(new PythonModule());
    }

    @Test
    void theDistributionsPackageComesFirst() {
        machine.names(NameKind.PACKAGES, "python3-requests", "python3-yaml");
        String said =
                "Traceback (most recent call last):\n  File \"a.py\", line 1, in <module>\nModuleNotFoundError: No module named 'requests'\n";
        riskily(
                "python3 a.py",
                1,
                said,
                "sudo apt-get install -y python3-requests && python3 a.py",
                "pip install requests && python3 a.py");
        riskily(
                "python3 a.py",
                1,
                "ModuleNotFoundError: No module named 'yaml.reader'\n",
                "sudo apt-get install -y python3-yaml && python3 a.py",
                "pip install PyYAML && python3 a.py");
    }

    @Test
    void otherwisePip() {
        machine.executables("pip3");
        riskily("./a.py", 1, "ImportError: No module named sklearn.svm\n", "pip3 install scikit-learn && ./a.py");
    }

    @Test
    void aHostileNameIsNotRun() {
        notAtAll("./a.py", 1, "ModuleNotFoundError: No module named 'x; reboot'\n");
        notAtAll("./a.py", 1, "ValueError\n");
    }
}
