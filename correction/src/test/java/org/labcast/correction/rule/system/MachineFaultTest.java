package org.labcast.correction.rule.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.labcast.correction.Corrector;
import org.labcast.correction.Diagnosis;
import org.labcast.correction.FailedCommand;
import org.labcast.correction.FakeMachine;

final class MachineFaultTest {
    private final Corrector corrector = new Corrector((rule, on, cause) -> {
        throw new AssertionError(rule + " crashed on " + on, cause);
    });

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cp a b                   | cp: error writing 'b': No space left on device                            | df -h
            touch /x                 | touch: cannot touch '/x': Read-only file system                           | dmesg
            ls /mnt                  | ls: reading directory '/mnt': Input/output error                          | dmesg
            umount /mnt              | umount: /mnt: target is busy.                                             | fuser
            make                     | cc1: Cannot allocate memory                                               | free -h
            rm -rf /                 | rm: it is dangerous to operate recursively on '/'                         | never corrected
            curl https://x.org       | curl: (60) SSL certificate problem: unable to get local issuer certificate | ca-certificates
            wget https://x.org       | ERROR: cannot verify x.org's certificate, issued by 'CN=x':               | ca-certificates
            sudo ls                  | sudo: a password is required                                              | NOPASSWD
            rsync a lab-1:b          | bob@lab-1: Permission denied (publickey).                                 | authorized_keys
            ssh lab-1 ls             | Host key verification failed.                                             | known_hosts
            """)
    void aPersonIsAsked(String command, String said, String advice) {
        Diagnosis found = corrector.diagnose(new FailedCommand(command, 1, "", said + "\n"), new FakeMachine());
        assertThat(found.corrections()).isEmpty();
        assertThat(found.advice()).singleElement().asString().contains(advice);
    }

    @Test
    void aWordAboutItIsNoTrouble() {
        Diagnosis found = corrector.diagnose(
                new FailedCommand("grep x f", 1, "the No space left on device page\n", ""), new FakeMachine());
        assertThat(found.advice()).isEmpty();
    }
}
