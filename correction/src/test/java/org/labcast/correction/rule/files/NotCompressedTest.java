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

    @Test
    void inWhateverWords() {
        String said = "gzip: stdin: not in gzip format\n";
        safely("tar -x -z -f a.tar", 2, said, "tar -x -f a.tar");
        safely("tar --gzip -xf a.tar", 2, said, "tar -xf a.tar");
        safely("tar -C /srv -xzf xyz.tar", 2, said, "tar -C /srv -xf xyz.tar");
        notAtAll("tar czf a.tar x", 2, said);
    }
}
