package org.labcast.correction.rule.files;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class CompressionLetterTest extends RuleTest {
    CompressionLetterTest() {
        super(new CompressionLetter());
    }

    @Test
    void letterIsPutIn() {
        safely("cat a.tgz | tar xf -", 2, "tar: Archive is compressed. Use -z option\n", "cat a.tgz | tar zxf -");
        safely("cat a.txz | tar -x", 2, "tar: Archive is compressed. Use -J option\n", "cat a.txz | tar -Jx");
        safely(
                "cat a.tzst | tar -x",
                2,
                "tar: Archive is compressed. Use --zstd option\n",
                "cat a.tzst | tar --zstd -x");
    }

    @Test
    void onlyWhenTarAsksForIt() {
        notAtAll("cat a.tgz | tar x", 2, "tar: This does not look like a tar archive\n");
    }
}
