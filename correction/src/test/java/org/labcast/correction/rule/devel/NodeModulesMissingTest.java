package org.labcast.correction.rule.devel;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class NodeModulesMissingTest extends RuleTest {
    NodeModulesMissingTest() {
        super(new NodeModulesMissing());
    }

    @Test
    void theModulesAreInstalledFirst() {
        machine.file("package.json");
        riskily("npm run build", 127, "> webpack\n\nsh: 1: webpack: not found\n", "npm install && npm run build");
        machine.file("package-lock.json");
        riskily("node app.js", 1, "Error: Cannot find module 'express'\n", "npm ci && node app.js");
    }

    @Test
    void notWhereTheyAre() {
        notAtAll("npm run build", 127, "sh: 1: webpack: not found\n");
        machine.file("package.json").directory("node_modules");
        notAtAll("npm run build", 127, "sh: 1: webpack: not found\n");
    }
}
