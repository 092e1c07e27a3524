package org.labcast.correction.rule.files;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class ListDirectoryTest extends RuleTest {
    ListDirectoryTest() {
        super(new ListDirectory());
    }

    @Test
    void lsShowsIt() {
        safely("cat /etc/nginx/", 1, "cat: /etc/nginx/: Is a directory\n", "ls /etc/nginx/");
    }

    @Test
    void filesBesideItAreNotLost() {
        notAtAll("cat a d", 1, "cat: d: Is a directory\n");
        notAtAll("cat a", 1, "cat: a: No such file or directory\n");
    }
}
