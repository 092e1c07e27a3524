package org.labcast.correction.rule.files;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class NotCompressedTest extends RuleTest {
    NotCompressedTest() {
        super(new NotCompressed());
    }

    @Test
    void tarFindsOut() {
        safely(
                "tar xzf site.tar",
                2,
                "\ngzip: stdin: not in gzip format\ntar: Child returned status 1\n",
                "tar xf site.tar");
    }
}
