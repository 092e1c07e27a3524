package org.labcast.correction.rule.files;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class CopyDirectoryTest extends RuleTest {
    CopyDirectoryTest() {
        super(new CopyDirectory());
    }

    @Test
    void recursively() {
        safely("cp d e", 1, "cp: -r not specified; omitting directory 'd'\n", "cp -r d e");
    }

    @Test
    void otherSystemsSayItOtherwise() {
        safely("cp etc copy", 1, "cp: etc is a directory (not copied).\n", "cp -r etc copy");
    }
}
