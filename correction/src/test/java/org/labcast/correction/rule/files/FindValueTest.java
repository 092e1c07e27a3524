package org.labcast.correction.rule.files;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class FindValueTest extends RuleTest {
    FindValueTest() {
        super(new FindValue());
    }

    @Test
    void typeIsOneLetter() {
        safely(
                "find /etc -name hosts -type file",
                1,
                "find: Must separate multiple arguments to -type using: ','\n",
                "find /etc -name hosts -type f");
        safely("find . -type D", 1, "find: Unknown argument to -type: D\n", "find . -type d");
    }

    @Test
    void sizeHasOneLetter() {
        safely("find /var -size +10MB", 1, "find: Invalid argument `+10MB' to -size\n", "find /var -size +10M");
        riskily(
                "find /var -size +1gb -delete",
                1,
                "find: invalid -size type `b'; Invalid argument `+1gb' to -size\n",
                "find /var -size +1G -delete");
    }

    @Test
    void othersAreNotGuessed() {
        notAtAll("find . -type q", 1, "find: Unknown argument to -type: q\n");
    }
}
