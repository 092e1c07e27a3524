package org.labcast.correction.rule.files;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class TarLettersTest extends RuleTest {
    TarLettersTest() {
        super(new TarLetters());
    }

    @Test
    void letterIsLast() {
        safely("tar -xfz a.tgz", 2, "tar: z: Cannot open: No such file or directory\n", "tar -xzf a.tgz");
        safely(
                "tar -fxz a.tgz",
                2,
                "tar: You must specify one of the '-Acdtrux', '--delete' or '--test-label' options\n",
                "tar -xzf a.tgz");
    }

    @Test
    void letterIsPutIn() {
        safely(
                "tar xz a.tgz",
                2,
                "gzip: stdin: unexpected end of file\ntar: Child returned status 1\n",
                "tar xzf a.tgz");
        safely(
                "tar -tv a.tar",
                2,
                "tar: Refusing to read archive contents from terminal (missing -f option?)\n",
                "tar -tvf a.tar");
    }

    @Test
    void rightOnesStay() {
        notAtAll("tar -xzf a.tgz", 2, "tar: a.tgz: Cannot open: No such file or directory\n");
        notAtAll("tar xzf a.tgz", 2, "gzip: stdin: unexpected end of file\n");
    }
}
