package org.labcast.correction.rule.general;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class MistypedPathTest extends RuleTest {
    MistypedPathTest() {
        super(new MistypedPath());
    }

    @Test
    void nearestEntry() {
        machine.file("/etc/nginx/nginx.conf").directory("/etc/network").directory("data");
        safely(
                "ls /etc/ngnix/nginx.conf",
                2,
                "ls: cannot access '/etc/ngnix/nginx.conf': No such file or directory\n",
                "ls /etc/nginx/nginx.conf");
        safely("cd dtaa && ls", 2, "sh: 1: cd: can't cd to dtaa\n", "cd data && ls");
    }

    @Test
    void whatWritesIsOnlyShown() {
        machine.file("/srv/notes");
        riskily(
                "cp /srv/ntoes /srv/copy",
                1,
                "cp: cannot stat '/srv/ntoes': No such file or directory\n",
                "cp /srv/notes /srv/copy");
    }

    @Test
    void relativePathsBeginWhereTheLineHasGone() {
        machine.file("/srv/notes");
        safely("cd /srv && cat ntoes", 1, "cat: ntoes: No such file or directory\n", "cd /srv && cat notes");
        notAtAll("cd $X && cat ntoes", 1, "cat: ntoes: No such file or directory\n");
    }
}
