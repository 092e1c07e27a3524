package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class WrongVersionControlTest extends RuleTest {
    WrongVersionControlTest() {
        super(new WrongVersionControl());
    }

    @Test
    void looking() {
        machine.directory(".hg");
        safely("git log -p", 128, "fatal: not a git repository (or any of the parent directories): .git", "hg log -p");
    }

    @Test
    void changing() {
        machine.directory(".git");
        riskily("hg update", 255, "abort: no repository found in '/srv/x' (.hg not found)", "git update");
    }

    @Test
    void neither() {
        notAtAll("git log", 128, "fatal: not a git repository (or any of the parent directories): .git");
    }
}
