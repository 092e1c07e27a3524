package org.labcast.correction.rule.files;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class AlreadyThereTest extends RuleTest {
    AlreadyThereTest() {
        super(new AlreadyThere());
    }

    @Test
    void takenForSuccess() {
        machine.directory("/srv/www");
        safely(
                "mkdir /srv/www && ls /srv",
                1,
                "mkdir: cannot create directory \u2018/srv/www\u2019: File exists\n",
                "mkdir -p /srv/www && ls /srv");
        safely("sudo groupadd lab", 9, "groupadd: group 'lab' already exists\n", "sudo groupadd -f lab");
    }

    @Test
    void aFileInTheWay() {
        machine.file("/srv/www");
        notAtAll("mkdir /srv/www", 1, "mkdir: cannot create directory '/srv/www': File exists\n");
    }

    @Test
    void aUser() {
        String there = "useradd: user 'bob' already exists\n";
        safely("useradd -m bob", 9, there, "getent passwd bob || useradd -m bob");
        safely("sudo useradd bob", 9, there, "getent passwd bob || sudo useradd bob");
        riskily("useradd -s /bin/zsh bob", 9, there, "getent passwd bob || useradd -s /bin/zsh bob");
        notAtAll("useradd -m ann", 9, there);
    }
}
