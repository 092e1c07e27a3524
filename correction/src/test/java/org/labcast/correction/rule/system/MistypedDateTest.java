package org.labcast.correction.rule.system;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class MistypedDateTest extends RuleTest {
    MistypedDateTest() {
        super(new MistypedDate());
    }

    @Test
    void theNearestWord() {
        safely("date --date=yestreday", 1, "date: invalid date ‘yestreday’\n", "date --date=yesterday");
        safely("date -d 'nxet monday' +%F", 1, "date: invalid date 'nxet monday'\n", "date -d 'next monday' +%F");
        safely(
                "journalctl --since yestreday",
                1,
                "Failed to parse timestamp: yestreday\n",
                "journalctl --since yesterday");
    }

    @Test
    void farFromAll() {
        notAtAll("date -d sometime", 1, "date: invalid date ‘sometime’\n");
        notAtAll("date -d 2026-02-30", 1, "date: invalid date ‘2026-02-30’\n");
        notAtAll("stat yestreday", 1, "date: invalid date ‘yestreday’\n");
    }
}
