package org.labcast.correction.rule.devel;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class WorkonEnvironmentTest extends RuleTest {
    WorkonEnvironmentTest() {
        super(new WorkonEnvironment());
    }

    @Test
    void theNearestOrANewOne() {
        machine.directory("~/.virtualenvs/measure").directory("~/.virtualenvs/web");
        riskily(
                "workon mesure",
                1,
                "ERROR: Environment 'mesure' does not exist. Create it with 'mkvirtualenv mesure'.\n",
                "workon measure",
                "mkvirtualenv mesure");
        riskily("workon other", 1, "", "mkvirtualenv other");
        notAtAll("workon web", 1, "");
        notAtAll("workon other", 127, "sh: 1: workon: not found\n");
    }
}
