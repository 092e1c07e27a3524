package org.labcast.correction.rule.devel;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class NpmScriptTest extends RuleTest {
    NpmScriptTest() {
        super(new NpmScript());
    }

    @Test
    void aScriptIsRunAsSuch() {
        machine.answer("npm run-script", "available via `npm run-script`:\n  build\n    webpack -p\n");
        safely(
                "npm build --quiet",
                1,
                "\nUsage: npm <command>\n\nwhere <command> is one of:\n    install\n",
                "npm run-script build --quiet");
        safely("npm build", 1, "Unknown command: \"build\"\n", "npm run-script build");
        notAtAll("npm webpack", 1, "Unknown command: \"webpack\"\n");
        notAtAll("npm build", 1, "npm ERR! code 1\n");
    }
}
