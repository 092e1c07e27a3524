package org.labcast.correction.rule.files;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class ExtractApartTest extends RuleTest {
    ExtractApartTest() {
        super(new ExtractApart());
    }

    @Test
    void tarAndUnzip() {
        riskily("tar xf site.tar.gz", 2, "", "mkdir -p site && tar xf site.tar.gz -C site");
        riskily("tar -xf 'my site.tgz' 2>log", 2, "", "mkdir -p 'my site' && tar -xf 'my site.tgz' -C 'my site' 2>log");
        riskily("unzip site", 1, "", "unzip site -d site");
    }

    @Test
    void whoSaysWhereOrWhyIsLeftAlone() {
        notAtAll("tar xf site.tar -C /srv", 2, "");
        notAtAll("tar cf site.tar .", 2, "");
        notAtAll("tar xf site.tar", 2, "tar: site.tar: Cannot open: No such file or directory\n");
        notAtAll("unzip site.zip -d /srv", 1, "");
    }
}
