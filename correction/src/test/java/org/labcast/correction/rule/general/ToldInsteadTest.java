package org.labcast.correction.rule.general;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class ToldInsteadTest extends RuleTest {
    ToldInsteadTest() {
        super(new ToldInstead());
    }

    @Test
    void theToldCommandIsTaken() {
        safely(
                "yarn install left-pad",
                1,
                "error `install` has been replaced with `add` to add new dependencies. Run \"yarn add left-pad\" instead.\n",
                "yarn add left-pad");
        safely(
                "composer install monolog/monolog 2>&1",
                1,
                "Invalid argument monolog/monolog. Use \"composer require monolog/monolog\" instead to add packages to your composer.json.\n",
                "composer require monolog/monolog 2>&1");
        safely("tool up a b", 1, "'up' is gone. Use 'tool start' instead.\n", "tool start a b");
    }

    @Test
    void whatNobodyWroteIsOnlyShown() {
        riskily("yarn install a", 1, "Run \"yarn add b\" instead.\n", "yarn add b");
    }

    @Test
    void anotherToolsCommandIsNotTaken() {
        notAtAll("yarn install a", 1, "Run \"reboot now\" instead.\n");
        notAtAll("yarn install a", 1, "Run \"yarn add $(reboot)\" instead.\n");
    }
}
