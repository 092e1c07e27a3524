package org.labcast.correction.rule.files;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class RemoveDirectoryTest extends RuleTest {
    RemoveDirectoryTest() {
        super(new RemoveDirectory());
    }

    @Test
    void onlyShown() {
        riskily(
                "rm /tmp/oldlogs",
                1,
                "rm: cannot remove '/tmp/oldlogs': Is a directory\n",
                "rm -r /tmp/oldlogs",
                "rm -rf /tmp/oldlogs");
        riskily("hadoop fs -rm logs", 1, "rm: `logs': Is a directory\n", "hadoop fs -rm -r logs");
    }

    @Test
    void rightsThatAreMissing() {
        notAtAll("rm /tmp/oldlogs", 1, "rm: cannot remove '/tmp/oldlogs': Permission denied\n");
    }
}
