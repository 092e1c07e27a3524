package org.labcast.correction.rule.devel;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class HerokuAppTest extends RuleTest {
    HerokuAppTest() {
        super(new HerokuApp());
    }

    @Test
    void everyAppIsShown() {
        riskily(
                "heroku pg:info",
                1,
                " ▸    Multiple apps in git remotes\n ▸    Heroku remotes in repo:\n ▸    shop (heroku)\n ▸    shop-dev (heroku-dev)\n",
                "heroku pg:info --app shop",
                "heroku pg:info --app shop-dev");
        notAtAll("heroku pg:info", 1, "Plan: Hobby (basic)\n");
    }
}
