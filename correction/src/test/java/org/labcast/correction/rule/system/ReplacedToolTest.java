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

    @Test
    void callsAreTranslated() {
        machine.executables("ip", "ss", "systemctl", "curl", "tracepath");
        safely("ifconfig eth0", 127, "sh: 1: ifconfig: not found\n", "ip addr show eth0");
        safely("sudo service nginx restart", 1, "sudo: service: command not found\n", "sudo systemctl restart nginx");
        safely("chkconfig sshd on", 127, "sh: 1: chkconfig: not found\n", "systemctl enable sshd");
        safely("wget -O x 'https://x.org/a?b'", 127, "sh: 1: wget: not found\n", "curl -fL -o x 'https://x.org/a?b'");
        safely("ipconfig /all", 127, "sh: 1: ipconfig: not found\n", "ip addr");
        riskily("ifconfig eth0 down", 127, "sh: 1: ifconfig: not found\n", "ip link set eth0 down");
        notAtAll("wget -r https://x.org/", 127, "sh: 1: wget: not found\n");
    }

    @Test
    void wholeCall() {
        machine.executables("ip");
        safely("netstat -rn", 127, "bash: line 1: netstat: command not found\n", "ip route");
    }

    @Test
    void whatIsOnlyNotOnThePathIsNotReplaced() {
        machine.file("/usr/sbin/service");
        notAtAll("service nginx start", 127, "bash: line 1: service: command not found\n");
    }
}
