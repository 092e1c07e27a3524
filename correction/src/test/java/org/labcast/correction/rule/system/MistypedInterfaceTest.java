package org.labcast.correction.rule.system;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class MistypedInterfaceTest extends RuleTest {
    MistypedInterfaceTest() {
        super(new MistypedInterface());
    }

    private static final String LINKS =
            "lo               UNKNOWN        00:00:00:00:00:00\nenp3s0@if2       UP             52:54\n";

    @Test
    void nearestOne() {
        machine.answer("ip -br link", LINKS);
        safely("ip addr show enp3s", 1, "Device \"enp3s\" does not exist.\n", "ip addr show enp3s0");
        safely(
                "ifconfig emp3s0",
                1,
                "emp3s0: error fetching interface information: Device not found\n",
                "ifconfig enp3s0");
    }

    @Test
    void oldNamesAreAGuess() {
        machine.answer("ip -br link", LINKS);
        riskily("ip link show eth0", 1, "Device \"eth0\" does not exist.\n", "ip link show enp3s0", "ip link show lo");
    }

    @Test
    void withoutAnAnswerNothingIsGuessed() {
        notAtAll("ip link show eth0", 1, "Device \"eth0\" does not exist.\n");
    }
}
