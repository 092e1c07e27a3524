package org.labcast.correction.rule.files;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class TooManyArgumentsTest extends RuleTest {
    TooManyArgumentsTest() {
        super(new TooManyArguments());
    }

    @Test
    void inPortions() {
        safely(
                "grep -l 'a b' /var/log/x/*.log > found",
                126,
                "sh: 1: grep: Argument list too long\n",
                "printf '%s\\0' /var/log/x/*.log | xargs -0 grep -l 'a b' > found");
        safely(
                "md5sum *",
                126,
                "bash: line 1: /usr/bin/md5sum: Argument list too long\n",
                "printf '%s\\0' * | xargs -0 md5sum");
    }

    @Test
    void onlyWhatReads() {
        notAtAll("rm *.log", 126, "sh: 1: rm: Argument list too long\n");
        notAtAll("grep x * y", 126, "sh: 1: grep: Argument list too long\n");
        notAtAll("cat *", 126, "sh: 1: ls: Argument list too long\n");
    }
}
