package org.labcast.correction.rule.packages;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class PackageLockTest extends RuleTest {
    private static final String AGAIN =
            "sh -c 'for pause in 5 10 20 40 80 145; do sleep $pause; \"$@\" && exit; done; exit 1' sh ";

    PackageLockTest() {
        super(new PackageLock());
    }

    @Test
    void aptWaitsForDpkg() {
        safely(
                "sudo apt-get install -y tree",
                100,
                "E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 1234 (apt-get)\n",
                "sudo apt-get -o DPkg::Lock::Timeout=300 install -y tree");
        safely(
                "apt install -y tree",
                100,
                "E: Could not get lock /var/lib/dpkg/lock - open (11: Resource temporarily unavailable)\n",
                "apt -o DPkg::Lock::Timeout=300 install -y tree");
    }

    @Test
    void otherLocksAreTriedAgain() {
        safely(
                "sudo apt-get update -q > \"a b\"",
                100,
                "E: Could not get lock /var/lib/apt/lists/lock. It is held by process 7 (apt)\n",
                "sudo " + AGAIN + "apt-get update -q > \"a b\"");
        safely(
                "dpkg -i lab.deb",
                2,
                "dpkg: error: dpkg frontend lock was locked by another process with pid 3\n",
                AGAIN + "dpkg -i lab.deb");
    }

    @Test
    void zypperAndApkWaitWhenTold() {
        safely(
                "sudo zypper -n install tree",
                7,
                "System management is locked by the application with pid 4 (zypper).\n"
                        + "Close this application before trying again.\n",
                "sudo env ZYPP_LOCK_TIMEOUT=300 zypper -n install tree");
        safely(
                "apk add tree",
                99,
                "ERROR: Unable to lock database: Resource temporarily unavailable\n",
                "apk --wait 300 add tree");
    }

    @Test
    void removalIsLeftToAPerson() {
        riskily(
                "apt-get remove -y tree",
                100,
                "E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 1 (apt)\n",
                "apt-get -o DPkg::Lock::Timeout=300 remove -y tree");
    }

    @Test
    void wantOfRightsIsAnotherMatter() {
        notAtAll(
                "apt-get install -y tree",
                100,
                "E: Could not open lock file /var/lib/dpkg/lock-frontend - open (13: Permission denied)\n");
    }
}
