package org.labcast.correction.rule.files;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class ArchiveToolTest extends RuleTest {
    ArchiveToolTest() {
        super(new ArchiveTool());
    }

    @Test
    void toolOfItsKind() {
        safely("tar xzf site.zip -C /srv", 2, "gzip: stdin: not in gzip format\n", "unzip site.zip -d /srv");
        safely("tar -xvf site.zip", 2, "tar: This does not look like a tar archive\n", "unzip site.zip");
        safely(
                "sudo unzip site.tar.gz -d /srv",
                9,
                "  End-of-central-directory signature not found.  Either this file is not\n",
                "sudo tar xf site.tar.gz -C /srv");
        safely("gunzip log.xz", 2, "gzip: log.xz: unknown suffix -- ignored\n", "unxz log.xz");
        safely("zcat log.zst | head", 1, "gzip: log.zst: not in gzip format\n", "zstdcat log.zst | head");
    }

    @Test
    void brokenOnesStayBroken() {
        notAtAll("tar xf site.tar", 2, "tar: This does not look like a tar archive\n");
        notAtAll("unzip site.zip", 9, "  End-of-central-directory signature not found.\n");
        notAtAll("tar czf site.zip .", 2, "gzip: stdin: not in gzip format\n");
    }
}
