package org.labcast.correction.rule.system;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class MistypedKernelKeyTest extends RuleTest {
    MistypedKernelKeyTest() {
        super(new MistypedKernelKey());
    }

    @Test
    void theNearestKey() {
        machine.file("/proc/sys/net/ipv4/ip_forward").file("/proc/sys/net/ipv4/ip_default_ttl");
        machine.directory("/proc/sys/net/ipv4").directory("/proc/sys/net").directory("/proc/sys/kernel");
        String missing = "sysctl: cannot stat /proc/sys/net/ipv4/ip_foward: No such file or directory\n";
        safely("sysctl net.ipv4.ip_foward", 255, missing, "sysctl net.ipv4.ip_forward");
        safely("sudo sysctl -w net.ipv4.ip_foward=1", 255, missing, "sudo sysctl -w net.ipv4.ip_forward=1");
        notAtAll(
                "sysctl net.ipv.ip_forward",
                255,
                "sysctl: cannot stat /proc/sys/net/ipv/ip_forward: No such file or directory\n");
    }

    @Test
    void nothingNear() {
        machine.file("/proc/sys/net/ipv4/ip_forward")
                .directory("/proc/sys/net/ipv4")
                .directory("/proc/sys/net");
        notAtAll(
                "sysctl net.ipv4.route",
                255,
                "sysctl: cannot stat /proc/sys/net/ipv4/route: No such file or directory\n");
        notAtAll("sysctl net.ipv4.ip_forward", 255, "sysctl: permission denied\n");
    }
}
