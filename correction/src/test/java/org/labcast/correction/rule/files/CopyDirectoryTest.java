package org.labcast.correction.rule.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;
import org.labcast.model.result.Correction;

final class CopyDirectoryTest extends RuleTest {
    CopyDirectoryTest() {
        super(new CopyDirectory());
    }

    @Test
    void recursively() {
        assertThat(corrections("cp d e", 1, "cp: -r not specified; omitting directory 'd'\n"))
                .extracting(Correction::command)
                .containsExactly("cp -r d e", "cp -a d e");
        safely("scp d lab-1:e", 1, "scp: d: not a regular file\n", "scp -r d lab-1:e");
    }

    @Test
    void otherSystemsSayItOtherwise() {
        assertThat(corrections("cp etc copy", 1, "cp: etc is a directory (not copied).\n"))
                .first()
                .extracting(Correction::command)
                .isEqualTo("cp -r etc copy");
    }

    @Test
    void filesThatAreMissing() {
        notAtAll("cp d e", 1, "cp: cannot stat 'd': No such file or directory\n");
    }
}
