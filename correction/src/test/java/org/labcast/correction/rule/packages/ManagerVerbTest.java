package org.labcast.correction.rule.packages;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.labcast.correction.RuleTest;

final class ManagerVerbTest extends RuleTest {
    ManagerVerbTest() {
        super(new ManagerVerb());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sudo dnf isntall -y tree|No such command: isntall. Please use /usr/bin/dnf --help|sudo dnf install -y tree",
                "dnf show tree|No such command: show. Please use /usr/bin/dnf --help|dnf info tree",
                "dnf lits|Unknown argument \"lits\" for command \"dnf5\". Add \"--help\" for more information.|dnf list",
                "dnf groupinstall x|Unknown argument \"groupinstall\" for command \"dnf5\". Add \"--help\"|dnf group install x",
                "yum chek-update|No such command: chek-update. Please use /usr/bin/yum --help|yum check-update",
                "zypper -n instal tree|Unknown command 'instal'|zypper -n install tree",
                "zypper list|Unknown command 'list'|zypper search --installed-only",
                "apk install tree|ERROR: 'install' is not an apk command. See 'apk --help'.|apk add tree",
                "pacman -v search tree|error: no operation specified (use -h for help)|pacman -v -Ss tree",
                "sudo pacman isntall tree|error: no operation specified (use -h for help)|sudo pacman -S tree"
            })
    void verbIsMended(String command, String said, String mended) {
        safely(command, 1, said + "\n", mended);
    }

    @Test
    void removalIsLeftToAPerson() {
        riskily(
                "dnf uninstall tree",
                1,
                "No such command: uninstall. Please use /usr/bin/dnf --help\n",
                "dnf remove tree");
        riskily("apk remove tree", 1, "ERROR: 'remove' is not an apk command. See 'apk --help'.\n", "apk del tree");
    }

    @Test
    void whatPluginsAddIsListed() {
        machine.answer("dnf --help", "List of Plugin Commands:\n\nlabreport                 report to the lab\n");
        safely("dnf labreprot", 1, "No such command: labreprot. Please use /usr/bin/dnf --help\n", "dnf labreport");
    }

    @Test
    void aForeignVerbNeedsNoComplaint() {
        safely("apk install tree", 1, "", "apk add tree");
        riskily("dnf isntall tree", 1, "", "dnf install tree");
        notAtAll("apk add tree", 1, "");
        notAtAll("apk install tree", 127, "sh: 1: apk: not found\n");
        notAtAll("pip isntall x", 1, "No such command: isntall. Please use /usr/bin/dnf --help\n");
    }
}
