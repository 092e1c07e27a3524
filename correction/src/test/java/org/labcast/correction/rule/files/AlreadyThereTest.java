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
}
