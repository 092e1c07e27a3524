package org.labcast.correction.rule.files;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class TarOperandsTest extends RuleTest {
    TarOperandsTest() {
        super(new TarOperands());
    }

    @Test
    void archiveAndDirectoryAreSwapped() {
        machine.directory("docs");
        safely(
                "tar czf docs docs.tgz",
                2,
                "tar: docs.tgz: Cannot stat: No such file or directory\ntar (child): docs: Cannot open: Is a directory\n",
                "tar czf docs.tgz docs");
        safely("tar cf docs /tmp/d.tar", 2, "tar: docs: Cannot open: Is a directory\n", "tar cf /tmp/d.tar docs");
    }

    @Test
    void archiveIsMissing() {
        machine.directory("docs/").directory("docs");
        safely("tar czf docs", 2, "tar: Cowardly refusing to create an empty archive\n", "tar czf docs.tar.gz docs");
        safely("tar -cvf docs", 2, "tar: Cowardly refusing to create an empty archive\n", "tar -cvf docs.tar docs");
    }

    @Test
    void nothingIsOverwritten() {
        machine.directory("docs").file("docs.tgz").file("docs.tar.gz");
        notAtAll("tar czf docs docs.tgz", 2, "tar (child): docs: Cannot open: Is a directory\n");
        notAtAll("tar czf docs", 2, "tar: Cowardly refusing to create an empty archive\n");
    }
}
