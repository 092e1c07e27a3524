package org.labcast.correction.rule.devel;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class ProveRecursivelyTest extends RuleTest {
    ProveRecursivelyTest() {
        super(new ProveRecursively());
    }

    @Test
    void directoriesBelowToo() {
        machine.directory("tests");
        String said = "Files=0, Tests=0,  0 wallclock secs\nResult: NOTESTS\n";
        safely("prove -v tests", 1, said, "prove -r -v tests");
        notAtAll("prove -rv tests", 1, said);
        notAtAll("prove --recurse tests", 1, said);
        notAtAll("prove a.t", 1, said);
        notAtAll("prove tests", 1, "Result: FAIL\n");
    }
}
