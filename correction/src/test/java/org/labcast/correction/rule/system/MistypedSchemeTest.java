package org.labcast.correction.rule.system;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class MistypedSchemeTest extends RuleTest {
    MistypedSchemeTest() {
        super(new MistypedScheme());
    }

    @Test
    void schemeIsMended() {
        safely(
                "curl -O htpps://x.org/a",
                1,
                "curl: (1) Protocol \"htpps\" not supported or disabled in libcurl\n",
                "curl -O https://x.org/a");
        safely("wget 'https:/x.org/a?b'", 1, "https:/x.org/a?b: Bad hostname.\n", "wget 'https://x.org/a?b'");
        safely("curl htpp://localhost/", 1, "curl: (1) Protocol \"htpp\" not supported\n", "curl http://localhost/");
    }

    @Test
    void plainHttpToOthersIsLeftToAPerson() {
        riskily("curl htpp://x.org/", 1, "curl: (1) Protocol \"htpp\" not supported\n", "curl http://x.org/");
    }

    @Test
    void rightOnesStay() {
        notAtAll("curl https://x.org/", 6, "curl: (6) Could not resolve host: x.org\n");
        notAtAll("git clone git@x.org:a/b", 1, "No such file or directory\n");
    }

    @Test
    void quietWgetSaysNothing() {
        safely("wget -q https//x.org/a", 4, "", "wget -q https://x.org/a");
    }
}
