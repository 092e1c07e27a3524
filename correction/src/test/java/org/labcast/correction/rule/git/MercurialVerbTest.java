package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class MercurialVerbTest extends RuleTest {
    MercurialVerbTest() {
        super(new MercurialVerb());
    }

    @Test
    void one() {
        safely("hg lgo -l 3", 255, "hg: unknown command 'lgo'\n(did you mean log?)", "hg log -l 3");
    }

    @Test
    void several() {
        riskily("hg -R /srv/x comit", 255, "hg: unknown command 'comit'\n(did you mean one of incoming, commit?)", "hg -R /srv/x commit", "hg -R /srv/x incoming");
    }

    @Test
    void ambiguous() {
        riskily("hg ad x", 255, "hg: command 'ad' is ambiguous:\n    add addremove", "hg add x", "hg addremove x");
    }

    @Test
    void nothingLikeIt() {
        notAtAll("hg asdfgh", 255, "hg: unknown command 'asdfgh'\n(use 'hg help' for a list of commands)");
    }
}
