package org.labcast.correction.rule.devel;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class NpmLockMissingTest extends RuleTest {
    NpmLockMissingTest() {
        super(new NpmLockMissing());
    }

    private static final String NO_LOCK =
            "npm ERR! The `npm ci` command can only install with an existing package-lock.json or\n";

    @Test
    void install() {
        riskily("npm ci", 1, NO_LOCK, "npm install");
        riskily("npm ci --omit=dev", 1, NO_LOCK, "npm install --omit=dev");
    }

    @Test
    void anotherFailure() {
        notAtAll("npm ci", 1, "npm ERR! code ENOTFOUND\n");
        notAtAll("yarn ci", 1, NO_LOCK);
    }
}
