package org.labcast.correction.rule.general;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class ListedWordTest extends RuleTest {
    ListedWordTest() {
        super(new ListedWord());
    }

    @Test
    void theUsageThatTheToolPrintedIsRead() {
        safely("git bisect strat", 1, "usage: git bisect [help|start|bad|good|skip|reset]\n", "git bisect start");
        safely(
                "docker volume crate data",
                0,
                "\nUsage:  docker volume COMMAND\n\nManage volumes\n\nCommands:\n  create      Create a volume\n"
                        + "  inspect     Display detailed information on one or more volumes\n  ls          List volumes\n\nRun 'docker volume COMMAND --help'\n",
                "docker volume create data");
        safely(
                "npm -g udpate",
                1,
                "Usage: npm <command>\n\nwhere <command> is one of:\n    access, install, root, unpublish,\n    update, version\n\nnpm <cmd> -h  quick help on <cmd>\n",
                "npm -g update");
        safely(
                "labtool sart --now",
                2,
                "usage: labtool [-h] {start,stop} ...\nlabtool: error: argument action: invalid choice: 'sart' (choose from 'start', 'stop')\n",
                "labtool start --now");
        safely(
                "mvn comiple -q",
                1,
                "[ERROR] Unknown lifecycle phase \"comiple\". You must specify a valid lifecycle phase. Available lifecycle phases are: validate, compile, test-compile, test, package. -> [Help 1]\n",
                "mvn compile -q");
    }

    @Test
    void theMachineIsAskedForTheHelp() {
        machine.answer(
                "docker --help",
                "Management Commands:\n  image*      Manage images\n\nCommands:\n  images      List images\n  pull        Pull\n");
        safely(
                "docker plul debian",
                1,
                "docker: 'plul' is not a docker command.\nSee 'docker --help'\n",
                "docker pull debian");
        machine.answer(
                "dnf --help", "List of Main Commands:\n\ninstall    install a package\nremove     remove a package\n");
        safely(
                "sudo dnf isntall vim",
                1,
                "No such command: isntall. Please use /usr/bin/dnf --help\n",
                "sudo dnf install vim");
        machine.answer(
                "npm run-script",
                "Scripts available in x@1.0.0 via `npm run-script`:\n  build\n    webpack\n  lint\n    eslint .\n");
        safely("npm run lnit", 1, "npm ERR! Missing script: \"lnit\"\n", "npm run lint");
    }

    @Test
    void everyUnknownWordIsMended() {
        safely(
                "fab pdate_config restrat:now",
                1,
                "\nWarning: Command(s) not found:\n    pdate_config\n    restrat\n\nAvailable commands:\n\n    update_config\n    restart   Start again.\n",
                "fab update_config restart:now");
    }

    @Test
    void whatOnlyHasMuchInCommonIsShown() {
        machine.answer("rbenv commands", "install\nuninstall\nversions\n");
        riskily("rbenv remove 3.2", 1, "rbenv: no such command `remove'\n", "rbenv uninstall 3.2");
        riskily("make instal", 2, "make: *** No rule to make target 'instal'.  Stop.\n", "make install");
    }

    @Test
    void aContraryIsNoSlip() {
        machine.answer("tool --help", "Commands:\n  install\n  mask\n");
        notAtAll("tool uninstall x", 1, "tool: unknown command 'uninstall'\n");
        notAtAll("tool unmask x", 1, "tool: unknown command 'unmask'\n");
    }

    @Test
    void anotherToolsUsageIsNotRead() {
        notAtAll("labscript sttus", 1, "usage: git bisect [start|status]\n");
    }

    @Test
    void aKnownWordIsNotMended() {
        notAtAll("git bisect start x y", 1, "usage: git bisect [help|start|bad|good|skip|reset]\n");
        notAtAll("git bisect rset", 1, "fatal: not a git repository\n");
    }
}
