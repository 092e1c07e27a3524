package org.labcast.correction.rule.system;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class ReplacedToolTest extends RuleTest {
    ReplacedToolTest() {
        super(new ReplacedTool());
    }

    @Test
    void theNewToolDoesIt() {
        machine.executables("ip", "ss", "getent");
        safely("ifconfig", 127, "bash: line 1: ifconfig: command not found\n", "ip addr");
        safely("netstat -tln", 127, "sh: 1: netstat: not found\n", "ss -tln");
        safely("nslookup lab-01", 127, "sh: 1: nslookup: not found\n", "getent hosts lab-01");
    }

    @Test
    void settingAnAddressIsNotTranslated() {
        machine.executables("ip");
        notAtAll("ifconfig eth0 10.0.0.1", 127, "sh: 1: ifconfig: not found\n");
    }
}
