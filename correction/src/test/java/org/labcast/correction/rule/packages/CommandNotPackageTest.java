package org.labcast.correction.rule.packages;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class CommandNotPackageTest extends RuleTest {
    CommandNotPackageTest() {
        super(new CommandNotPackage());
    }

    @Test
    void packageOfACommonCommand() {
        safely(
                "apt-get install -y ifconfig",
                100,
                "E: Unable to locate package ifconfig\n",
                "apt-get install -y net-tools");
        safely(
                "dnf -y install dig",
                1,
                "No match for argument: dig\nError: Unable to find a match: dig\n",
                "dnf -y install bind-utils");
    }

    @Test
    void packageThatTheIndexNames() {
        machine.answer("pkgfile -b -v opt", "extra/llvm 17.0-1      \t/usr/bin/opt\n");
        safely("sudo pacman -S opt", 1, "error: target not found: opt\n", "sudo pacman -S extra/llvm");
        machine.answer("pkgfile -b -v vi", "core/vi 1-1 \t/usr/bin/vi\nextra/vim 9-1\t/usr/bin/vi\n");
        riskily("yay -S vi", 1, "error: target not found: vi\n", "yay -S core/vi", "yay -S extra/vim");
    }

    @Test
    void hostileIndex() {
        machine.answer("pkgfile -b -v opt", "$(reboot) 1 /usr/bin/opt\n; rm -rf /\n");
        notAtAll("pacman -S opt", 1, "error: target not found: opt\n");
        notAtAll("apt-get install -y nosuch", 100, "E: Unable to locate package nosuch\n");
    }
}
