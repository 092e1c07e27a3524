package org.labcast.agent.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RebootCommandTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "reboot",
                "sudo reboot",
                "sudo -n /usr/sbin/reboot -f",
                "sync; reboot",
                "apt-get -y upgrade && shutdown -r +1 'back soon'",
                "shutdown --reboot now",
                "shutdown -hr now",
                "systemctl reboot --no-wall",
                "systemctl --no-block kexec",
                "init 6",
                "if true; then\n  reboot\nfi",
                "(sleep 5; reboot) &"
            })
    void asksForAnotherStart(String text) {
        assertThat(RebootCommand.in(text)).contains(RebootCommand.MACHINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo reboot",
                "reboot --help",
                "shutdown -h now",
                "shutdown -c",
                "shutdown -k -r now",
                "systemctl restart reboot.service",
                "systemctl is-system-running",
                "reboot | cat",
                "man reboot",
                "init 3",
                "X=reboot",
                "cat <<END\nreboot\nEND",
                "'unclosed reboot"
            })
    void asksForNothingOfTheKind(String text) {
        assertThat(RebootCommand.in(text)).isEmpty();
    }

    @Test
    void aStartOfEverythingButTheKernelIsAnother() {
        assertThat(RebootCommand.in("systemctl soft-reboot")).contains(RebootCommand.USERSPACE);
    }
}
