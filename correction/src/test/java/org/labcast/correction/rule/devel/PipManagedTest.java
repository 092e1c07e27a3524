package org.labcast.correction.rule.devel;

import org.junit.jupiter.api.Test;
import org.labcast.correction.NameKind;
import org.labcast.correction.RuleTest;

final class PipManagedTest extends RuleTest {
    PipManagedTest() {
        super(new PipManaged());
    }

    private static final String SAID =
            "error: externally-managed-environment\n\n× This environment is externally managed\n";

    @Test
    void theDistributionsPackagesOrAnEnvironment() {
        machine.names(NameKind.PACKAGES, "python3-flask", "python3-requests");
        riskily(
                "pip install Flask requests",
                1,
                SAID,
                "sudo apt-get install -y python3-flask python3-requests",
                "python3 -m venv .venv && .venv/bin/pip install Flask requests");
        riskily(
                "python3 -m pip install flask nosuch",
                1,
                SAID,
                "python3 -m venv .venv && .venv/bin/pip install flask nosuch");
    }

    @Test
    void onlyThen() {
        notAtAll("pip install flask", 1, "ERROR: No matching distribution\n");
        notAtAll("ls install", 1, SAID);
    }
}
