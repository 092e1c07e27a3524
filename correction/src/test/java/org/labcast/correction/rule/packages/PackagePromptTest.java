package org.labcast.correction.rule.packages;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class PackagePromptTest extends RuleTest {
    private static final String APT = "After this operation, 116 kB of additional disk space will be used.\n"
            + "Do you want to continue? [Y/n] Abort.\n";

    PackagePromptTest() {
        super(new PackagePrompt());
    }

    @Test
    void yesIsGiven() {
        safely("sudo apt-get install tree", 1, APT, "sudo apt-get install -y tree");
        safely("apt -t bookworm-backports install tree", 1, APT, "apt -t bookworm-backports -y install tree");
        safely(
                "sudo dnf install tree",
                1,
                "Install  1 Package\n\nIs this ok [y/N]: Operation aborted.\n",
                "sudo dnf install -y tree");
        safely("yum install tree", 1, "Is this ok [y/d/N]: Exiting on user command\n", "yum install -y tree");
        safely(
                "zypper install tree",
                4,
                "The following NEW package is going to be installed:\n  tree\n"
                        + "Continue? [y/n/v/...? shows all options] (y): Cannot read input: bad stream or EOF.\n",
                "zypper -n install tree");
        safely(
                "pacman -S tree",
                1,
                "Packages (1) tree-2-1\n\n:: Proceed with installation? [Y/n] \n",
                "pacman -S --noconfirm tree");
    }

    @Test
    void removalIsLeftToAPerson() {
        riskily("apt-get remove tree", 1, APT, "apt-get remove -y tree");
        riskily("apt-get install a", 1, "The following packages will be REMOVED:\n  b\n" + APT, "apt-get install -y a");
        riskily(
                "dnf install a",
                1,
                "Installing:\n a\nRemoving dependent packages:\n b\nIs this ok [y/N]: Operation aborted.\n",
                "dnf install -y a");
        riskily(
                "dnf install a",
                1,
                "Importing GPG key 0xA1B2:\n Userid: \"x\"\nIs this ok [y/N]: Operation aborted.\n",
                "dnf install -y a");
        riskily(
                "zypper in a",
                4,
                "The following package is going to be REMOVED:\n  b\nContinue? [y/n/v/...? shows all options] (y): \n",
                "zypper -n in a");
    }

    @Test
    void whoWasAnsweredFailedOfSomethingElse() {
        notAtAll("pacman -S --noconfirm tree", 1, ":: Proceed with installation? [Y/n] \nerror: failed to commit\n");
        notAtAll("cat log", 1, APT);
    }
}
