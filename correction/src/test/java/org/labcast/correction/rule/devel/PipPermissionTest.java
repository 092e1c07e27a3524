package org.labcast.correction.rule.devel;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class PipPermissionTest extends RuleTest {
    PipPermissionTest() {
        super(new PipPermission());
    }

    @Test
    void firstForTheUserThenAsRoot() {
        String said =
                "ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied: '/usr/lib/python3/dist-packages/x'\nConsider using the `--user` option or check the permissions.\n";
        riskily("pip3 install flask", 1, said, "pip3 install --user flask");
        riskily("python3 -m pip install flask", 1, said, "python3 -m pip install --user flask");
        riskily("pip install --user flask", 1, said, "sudo pip install flask");
    }

    @Test
    void onlyInstalling() {
        notAtAll("pip list", 1, "Permission denied\n");
        notAtAll("pip install flask", 1, "No matching distribution found for flask\n");
    }
}
