package org.labcast.correction.rule.system;

import org.junit.jupiter.api.Test;
import org.labcast.correction.NameKind;
import org.labcast.correction.RuleTest;

final class MistypedUserTest extends RuleTest {
    MistypedUserTest() {
        super(new MistypedUser());
    }

    @Test
    void lookingIsHarmless() {
        machine.names(NameKind.USERS, "labadmin", "root", "bob");
        safely("id lbadmin", 1, "id: \u2018lbadmin\u2019: no such user\n", "id labadmin");
    }

    @Test
    void rightsAreGivenByAPerson() {
        machine.names(NameKind.USERS, "labadmin", "root", "bob");
        riskily("chown lbadmin:users f", 1, "chown: invalid user: 'lbadmin:users'\n", "chown labadmin:users f");
        riskily("sudo -u labadmn ls", 1, "sudo: unknown user labadmn\n", "sudo -u labadmin ls");
        riskily(
                "usermod -aG wheel labadmn",
                6,
                "usermod: user 'labadmn' does not exist\n",
                "usermod -aG wheel labadmin");
    }

    @Test
    void strangersStayStrangers() {
        machine.names(NameKind.USERS, "labadmin");
        notAtAll("id alice", 1, "id: 'alice': no such user\n");
    }
}
