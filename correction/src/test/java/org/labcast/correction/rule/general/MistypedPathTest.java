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

    @Test
    void pathAtHome() {
        machine.file("/home/ann/notes.txt").file("/home/ann/my notes/a");
        String said = "cat: /home/ann/nots.txt: No such file or directory\n";
        safely("cat ~/nots.txt", 1, said, "cat ~/notes.txt");
        notAtAll("cat ~/other.md", 1, "cat: /home/ann/other.md: No such file or directory\n");
    }

    @Test
    void capitalLetters() {
        machine.file("/etc/hosts").directory("/etc").directory("/ets");
        safely("cat /ETC/hosts", 1, "cat: /ETC/hosts: No such file or directory\n", "cat /etc/hosts");
    }

    @Test
    void programs() {
        machine.file("./backup.sh").file("backup.sh").directory(".").file("/etc/init.d/nginx");
        riskily("./bakcup.sh", 127, "bash: line 1: ./bakcup.sh: No such file or directory\n", "./backup.sh");
        riskily("sh bakcup.sh", 2, "sh: 0: cannot open bakcup.sh: No such file\n", "sh backup.sh");
        riskily(
                "sudo /etc/init.d/ngnix stop",
                1,
                "sudo: /etc/init.d/ngnix: command not found\n",
                "sudo /etc/init.d/nginx stop");
    }
}
