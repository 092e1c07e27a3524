package org.labcast.correction.rule.line;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class HtmlEntitiesTest extends RuleTest {
    HtmlEntitiesTest() {
        super(new HtmlEntities());
    }

    @Test
    void signsAreRead() {
        riskily(
                "cd /srv &amp;&amp; touch x",
                127,
                "sh: 1: amp: not found\nsh: 1: amp: not found\n",
                "cd /srv && touch x");
        riskily("echo &quot;a b&quot;", 2, "sh: 1: Syntax error: \";\" unexpected\n", "echo \"a b\"");
    }

    @Test
    void quotedOnesMayBeMeant() {
        notAtAll("grep '&amp;' x.html", 1, "");
    }
}
