package org.labcast.correction.rule.files;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class LinkOrderTest extends RuleTest {
    LinkOrderTest() {
        super(new LinkOrder());
    }

    private static final String EXISTS = "ln: failed to create symbolic link '/srv/site': File exists\n";

    @Test
    void otherWayRound() {
        machine.directory("/srv/site");
        riskily("ln -s /var/www/site /srv/site", 1, EXISTS, "ln -s /srv/site /var/www/site");
    }

    @Test
    void theLinkIsThereAlready() {
        machine.directory("/srv/site").directory("/data/site");
        riskily(
                "ln -s /data/site /srv/site",
                1,
                EXISTS,
                "ln -fn -s /data/site /srv/site",
                "ln -s /srv/site /data/site");
    }

    @Test
    void hardLinksAndUnknownOnesAreLeft() {
        machine.directory("/srv/site");
        notAtAll("ln a /srv/site", 1, "ln: failed to create hard link '/srv/site': File exists\n");
        notAtAll("ln -s a b", 1, EXISTS);
    }
}
