package org.labcast.correction.rule.packages;

import org.junit.jupiter.api.Test;
import org.labcast.correction.Machine;
import org.labcast.correction.NameKind;
import org.labcast.correction.RuleTest;

final class InstallCommandTest extends RuleTest {
    InstallCommandTest() {
        super(new InstallCommand());
    }

    @Test
    void packageOfACommonCommand() {
        safely("tree /etc", 127, "sh: 1: tree: not found\n", "sudo apt-get install -y tree && tree /etc");
        safely(
                "sudo dig lab.example | head",
                1,
                "sudo: dig: command not found\n",
                "sudo apt-get install -y dnsutils && sudo dig lab.example | head");
        safely(
                "echo a | convert - x.png",
                127,
                "bash: line 1: convert: command not found\n",
                "sudo apt-get install -y imagemagick && echo a | convert - x.png");
    }

    @Test
    void otherDistributions() {
        machine.machine(new Machine("fedora", "dnf", "root", false)).names(NameKind.PACKAGES, "bind-utils", "tree");
        safely("dig lab", 127, "bash: dig: command not found\n", "dnf install -y bind-utils && dig lab");
        notAtAll("netstat", 127, "bash: netstat: command not found\n");
    }

    @Test
    void withoutRightsOrHarmfulItIsOnlyShown() {
        riskily("killall x", 127, "sh: 1: killall: not found\n", "sudo apt-get install -y psmisc && killall x");
        riskily("docker ps", 127, "sh: 1: docker: not found\n", "sudo apt-get install -y docker.io && docker ps");
        machine.machine(new Machine("debian", "apt-get", "bob", false));
        riskily("tree", 127, "sh: 1: tree: not found\n", "sudo apt-get install -y tree && tree");
    }

    @Test
    void whatTheMachineOffersIsOnlyShown() {
        String said =
                "Command 'figlet' not found, but can be installed with:\n\nsudo apt install figlet  # version 2.2\n"
                        + "sudo apt install toilet  # version 0.3\n";
        riskily(
                "figlet a",
                127,
                said,
                "sudo apt-get install -y figlet && figlet a",
                "sudo apt-get install -y toilet && figlet a");
        machine.executables("fglet");
        notAtAll("figlet a", 127, said);
    }

    @Test
    void unknownCommands() {
        notAtAll("sl", 127, "sh: 1: sl: not found\n");
        notAtAll("./tree", 127, "sh: 1: ./tree: not found\n");
        notAtAll("tree x", 2, "tree: x: No such file or directory\n");
    }
}
