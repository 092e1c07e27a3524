package org.labcast.correction.rule.files;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class MakeExecutableTest extends RuleTest {
    MakeExecutableTest() {
        super(new MakeExecutable());
    }

    @Test
    void xBitIsSet() {
        machine.file("./install.sh").file("/opt/my app/run");
        safely(
                "./install.sh -y",
                126,
                "sh: 1: ./install.sh: Permission denied\n",
                "chmod +x install.sh && ./install.sh -y");
        riskily(
                "sudo ./install.sh",
                1,
                "sudo: ./install.sh: command not found\n",
                "sudo chmod +x install.sh && sudo ./install.sh");
        safely(
                "'/opt/my app/run'",
                126,
                "bash: line 1: /opt/my app/run: Permission denied\n",
                "chmod +x '/opt/my app/run' && '/opt/my app/run'");
    }

    @Test
    void otherDenialsAreNoMatterOfTheBit() {
        machine.file("./install.sh");
        notAtAll("./install.sh", 1, "cp: cannot create regular file '/opt/x': Permission denied\n");
        notAtAll("./absent.sh", 126, "sh: 1: ./absent.sh: Permission denied\n");
    }
}
