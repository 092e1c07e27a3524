package org.labcast.correction.rule.devel;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class DocumentationPageTest extends RuleTest {
    DocumentationPageTest() {
        super(new DocumentationPage());
    }

    @Test
    void thePageIsShown() {
        riskily(
                "yarn help add",
                1,
                "  Visit https://yarnpkg.com/en/docs/cli/add for documentation about this command.\n",
                "open https://yarnpkg.com/en/docs/cli/add");
        notAtAll("yarn help", 1, "  Visit https://yarnpkg.com/en/docs/cli/ for documentation about this command.\n");
        notAtAll("yarn help add", 1, "  Visit https://x.org/$(reboot) for documentation about this command.\n");
    }
}
