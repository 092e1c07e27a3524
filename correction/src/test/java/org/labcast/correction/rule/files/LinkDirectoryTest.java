package org.labcast.correction.rule.files;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class LinkDirectoryTest extends RuleTest {
    LinkDirectoryTest() {
        super(new LinkDirectory());
    }

    @Test
    void symbolically() {
        safely(
                "sudo ln /srv/site www",
                1,
                "ln: /srv/site: hard link not allowed for directory\n",
                "sudo ln -s /srv/site www");
    }

    @Test
    void onlyLn() {
        notAtAll("cp -l a b", 1, "cp: a: hard link not allowed for directory\n");
    }
}
