package org.labcast.correction.rule.general;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class MistypedCommandTest extends RuleTest {
    MistypedCommandTest() {
        super(new MistypedCommand());
    }

    @Test
    void nearestOneIsMeant() {
        machine.executables("systemctl", "ls", "ss", "grep");
        safely("sudo sytemctl restart nginx", 1, "sudo: sytemctl: command not found\n", "sudo systemctl restart nginx");
        safely("sl /etc/nginx", 127, "bash: line 1: sl: command not found\n", "ls /etc/nginx");
        safely(
                "echo a | gerp 'a'  \"b c\" > /dev/null",
                127,
                "sh: 1: gerp: not found\n",
                "echo a | grep 'a'  \"b c\" > /dev/null");
    }

    @Test
    void severalNearOnesAreOnlyShown() {
        machine.executables("ls", "less");
        riskily("lss", 127, "sh: 1: lss: not found\n", "less", "ls");
    }

    @Test
    void neverTowardsDestruction() {
        machine.executables("rm", "dd", "mkfs", "shred", "kill", "reboot");
        notAtAll("rmm x", 127, "sh: 1: rmm: not found\n");
        notAtAll("rebot", 127, "sh: 1: rebot: not found\n");
        notAtAll("kil 1", 127, "sh: 1: kil: not found\n");
    }

    @Test
    void aRealCommandThatIsAbsentIsNoSlip() {
        machine.executables("dir", "df");
        notAtAll("dig localhost", 127, "sh: 1: dig: not found\n");
        notAtAll("dnf install x", 127, "sh: 1: dnf: not found\n");
    }

    @Test
    void insideASubstitution() {
        machine.executables("ls", "grep", "wc");
        safely("echo \"$(gerp -c x f)\"", 0, "sh: 1: gerp: not found\n", "echo \"$(grep -c x f)\"");
        riskily("touch $(sl)", 1, "sh: 1: sl: not found\n", "touch $(ls)");
    }

    @Test
    void behindAWrapper() {
        machine.executables("grep", "ls");
        safely(
                "timeout 5 gerp x f",
                127,
                "timeout: failed to run command 'gerp': No such file or directory\n",
                "timeout 5 grep x f");
        safely("env A=1 gerp x f", 127, "env: \u2018gerp\u2019: No such file or directory\n", "env A=1 grep x f");
        notAtAll("nice gerp x", 1, "gerp: x: No such file or directory\n");
    }
}
