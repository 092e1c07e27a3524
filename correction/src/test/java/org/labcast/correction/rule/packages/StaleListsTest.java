package org.labcast.correction.rule.packages;

import org.junit.jupiter.api.Test;
import org.labcast.correction.NameKind;
import org.labcast.correction.RuleTest;

final class StaleListsTest extends RuleTest {
    private static final String UNKNOWN = "E: Unable to locate package htop\n";

    StaleListsTest() {
        super(new StaleLists());
    }

    @Test
    void whatTheListsNameIsGone() {
        safely(
                "sudo apt-get install -y curl",
                100,
                "E: Failed to fetch http://mirror.example/debian/pool/main/c/curl/curl_7.88.1-10_amd64.deb  404  Not Found [IP: 1.2.3.4 80]\n"
                        + "E: Unable to fetch some archives, maybe run apt-get update or try with --fix-missing?\n",
                "sudo apt-get update && sudo apt-get install -y curl");
        safely(
                "zypper -n in tree",
                104,
                "File './x86_64/tree-1.8.rpm' not found on medium 'https://download.example/'\n",
                "zypper -n refresh && zypper -n in tree");
        safely(
                "dnf -y install tree",
                1,
                "  - Status code: 404 for https://mirror.example/tree-2.rpm (IP: 1.2.3.4)\n",
                "dnf --refresh -y install tree");
    }

    @Test
    void aMachineWithoutLists() {
        machine.directory("/var/lib/apt/lists/partial").names(NameKind.PACKAGES, "stop", "htpo");
        safely("apt-get install -y htop", 100, UNKNOWN, "apt-get update && apt-get install -y htop");
    }

    @Test
    void anUnknownPackageThatIsLikeNoOther() {
        machine.file("/var/lib/apt/lists/deb_main_binary-amd64_Packages").names(NameKind.PACKAGES, "atop");
        notAtAll("apt-get install -y htop", 100, UNKNOWN);
        safely(
                "apt-get install -y new-tool",
                100,
                "E: Unable to locate package new-tool\n",
                "apt-get update && apt-get install -y new-tool");
        safely(
                "apk add new-tool",
                1,
                "ERROR: unable to select packages:\n  new-tool (no such package):\n    required by: world[new-tool]\n",
                "apk update && apk add new-tool");
    }

    @Test
    void rollingDistributions() {
        safely(
                "sudo pacman -S --noconfirm tree",
                1,
                "warning: database file for 'core' does not exist (use '-Sy' to download)\nerror: target not found: tree\n",
                "sudo pacman -Sy && sudo pacman -S --noconfirm tree");
        riskily(
                "pacman -S --noconfirm tree",
                1,
                "error: failed retrieving file 'tree-2-1-x86_64.pkg.tar.zst' from mirror.example : The requested URL returned error: 404\n",
                "pacman -Syu --noconfirm && pacman -S --noconfirm tree");
    }

    @Test
    void listsThatWereJustFetched() {
        notAtAll("apt-get update && apt-get install -y htop", 100, UNKNOWN);
        notAtAll("apt-get update", 100, "E: Failed to fetch http://x/Packages  404  Not Found\n");
    }
}
