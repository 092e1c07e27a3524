package org.labcast.correction.rule.system;

import org.junit.jupiter.api.Test;
import org.labcast.correction.NameKind;
import org.labcast.correction.RuleTest;

final class MissingGroupTest extends RuleTest {
    MissingGroupTest() {
        super(new MissingGroup());
    }

    private static final String NO_DOCKER = "usermod: group 'docker' does not exist\n";

    @Test
    void theGroupComesFirst() {
        machine.names(NameKind.GROUPS, "sudo", "adm", "www-data");
        safely("sudo usermod -aG docker ann", 6, NO_DOCKER, "sudo groupadd docker && sudo usermod -aG docker ann");
        safely(
                "useradd -m -G builders,adm ann",
                6,
                "useradd: group 'builders' does not exist\n",
                "groupadd builders && useradd -m -G builders,adm ann");
    }

    @Test
    void aNearGroupMayHaveBeenMeant() {
        machine.names(NameKind.GROUPS, "docker", "adm");
        riskily(
                "usermod -aG dokcer ann",
                6,
                "usermod: group 'dokcer' does not exist\n",
                "groupadd dokcer && usermod -aG dokcer ann");
    }

    @Test
    void rightsAreGivenToNobodyUnderAnotherName() {
        machine.names(NameKind.GROUPS, "adm", "users");
        riskily(
                "usermod -aG wheel ann",
                6,
                "usermod: group 'wheel' does not exist\n",
                "groupadd wheel && usermod -aG wheel ann");
    }

    @Test
    void whatTheCommandDoesNotName() {
        machine.names(NameKind.GROUPS, "adm");
        notAtAll("usermod -aG adm ann", 6, NO_DOCKER);
        notAtAll("tool -g docker", 6, NO_DOCKER);
    }

    @Test
    void whereNoGroupsAreKnown() {
        notAtAll("usermod -aG docker ann", 6, NO_DOCKER);
    }
}
