package org.labcast.correction.rule.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;
import org.labcast.model.Correction;
import org.labcast.model.Risk;

final class CopyDirectoryTest extends RuleTest {
    CopyDirectoryTest() {
        super(new CopyDirectory());
    }

    @Test
    void recursively() {
        assertThat(corrections("cp d e", 1, "cp: -r not specified; omitting directory 'd'\n"))
                .extracting(Correction::command, Correction::risk)
                .containsExactly(tuple("cp -r d e", Risk.SAFE), tuple("cp -a d e", Risk.RISKY));
        safely("scp d lab-1:e", 1, "scp: d: not a regular file\n", "scp -r d lab-1:e");
    }

    @Test
    void otherSystemsSayItOtherwise() {
        assertThat(corrections("cp etc copy", 1, "cp: etc is a directory (not copied).\n"))
                .first()
                .extracting(Correction::command)
                .isEqualTo("cp -r etc copy");
    }
}
