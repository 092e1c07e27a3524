package org.labcast.correction.rule.system;

import org.junit.jupiter.api.Test;
import org.labcast.correction.NameKind;
import org.labcast.correction.RuleTest;

final class MistypedGroupTest extends RuleTest {
    MistypedGroupTest() {
        super(new MistypedGroup());
    }

    @Test
    void nearestGroup() {
        machine.names(NameKind.GROUPS, "sudo", "labadmin", "www-data");
        riskily(
                "sudo usermod -aG suod labadmin",
                6,
                "usermod: group 'suod' does not exist\n",
                "sudo usermod -aG sudo labadmin");
        riskily("sudo chown ann:labadmn f", 1, "chown: invalid group: ‘ann:labadmn’\n", "sudo chown ann:labadmin f");
        riskily("sudo chgrp www-dta f", 1, "chgrp: invalid group: 'www-dta'\n", "sudo chgrp www-data f");
        riskily(
                "sudo gpasswd -a ann suod",
                3,
                "gpasswd: group 'suod' does not exist in /etc/group\n",
                "sudo gpasswd -a ann sudo");
    }

    @Test
    void farFromAll() {
        machine.names(NameKind.GROUPS, "sudo");
        notAtAll("sudo usermod -aG wheel ann", 6, "usermod: group 'wheel' does not exist\n");
    }
}
