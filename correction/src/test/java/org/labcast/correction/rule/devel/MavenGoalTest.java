package org.labcast.correction.rule.devel;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class MavenGoalTest extends RuleTest {
    MavenGoalTest() {
        super(new MavenGoal());
    }

    @Test
    void theUsualPhases() {
        String said = "[ERROR] No goals have been specified for this build. You must specify a valid lifecycle phase\n";
        riskily("mvn -q", 1, said, "mvn -q clean package", "mvn -q clean install");
        riskily("mvn", 1, said, "mvn clean package", "mvn clean install");
        notAtAll("mvn verify", 1, "[ERROR] BUILD FAILURE\n");
    }
}
