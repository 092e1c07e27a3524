package org.labcast.correction.rule.files;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class MkdirMissingParentTest extends RuleTest {
    MkdirMissingParentTest() {
        super(new MkdirMissingParent());
    }

    @Test
    void parentsAreMade() {
        safely(
                "mkdir /tmp/a/b/c",
                1,
                "mkdir: cannot create directory ‘/tmp/a/b/c’: No such file or directory\n",
                "mkdir -p /tmp/a/b/c");
        safely(
                "cd /tmp && mkdir 'a b/c' && touch x",
                1,
                "mkdir: cannot create directory 'a b/c': No such file or directory\n",
                "cd /tmp && mkdir -p 'a b/c' && touch x");
    }

    @Test
    void whatRanAlreadyIsNotRepeatedUnasked() {
        riskily(
                "echo x >> log; mkdir a/b",
                1,
                "mkdir: cannot create directory 'a/b': No such file or directory\n",
                "echo x >> log; mkdir -p a/b");
        safely("hdfs dfs -mkdir a/b", 1, "mkdir: `a/b': No such file or directory\n", "hdfs dfs -mkdir -p a/b");
    }

    @Test
    void foldersThatAreThere() {
        notAtAll("mkdir /tmp/a", 1, "mkdir: cannot create directory '/tmp/a': File exists\n");
    }
}
