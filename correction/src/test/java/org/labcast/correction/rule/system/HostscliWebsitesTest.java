package org.labcast.correction.rule.system;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class HostscliWebsitesTest extends RuleTest {
    HostscliWebsitesTest() {
        super(new HostscliWebsites());
    }

    @Test
    void listIsShown() {
        safely("hostscli block x.org", 1, "hostscli.errors.WebsiteImportError: x.org\n", "hostscli websites");
        notAtAll("hostscli block x.org", 1, "Permission denied\n");
    }
}
