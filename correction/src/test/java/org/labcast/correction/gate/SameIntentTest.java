package org.labcast.correction.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.labcast.correction.FailedCommand;
import org.labcast.correction.FakeMachine;
import org.labcast.correction.NameKind;
import org.labcast.correction.effect.EffectTables;
import org.labcast.correction.shell.ParsedLine;

/** What the tool refused as it was written may change something when one thing alone can have been meant, on what was signed. */
final class SameIntentTest {
    private final FakeMachine machine = new FakeMachine()
            .names(NameKind.UNITS, "cron.service", "nginx.service")
            .executables("docker", "git", "tar", "chmod", "chown", "sysctl", "crontab", "python3", "cp")
            .directory("site")
            .directory("/srv/www")
            .directory("/etc/nginx")
            .file("f")
            .file("tab")
            .file("old.tgz")
            .file("/proc/sys/vm/swappiness")
            .file("/proc/sys/vm/nr_hugepages")
            .file("/etc/sudoers")
            .answer("git branch -a --no-color --no-column", "* main\n  remotes/origin/main\n");

    private Verdict judge(String failed, String mended) {
        return new Prover(
                        new FailedCommand(failed, 1, "", "x"), ParsedLine.read(failed), machine, EffectTables.shipped())
                .judge(ParsedLine.read(mended), false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "chown --recursve www-data /srv/www | chown --recursive www-data /srv/www",
                "sudo chmod --recusive g+w site | sudo chmod --recursive g+w site",
                "cp --recursve site copy | cp --recursive site copy",
                "docker run -it --rm debian ls | docker run -i --rm debian ls",
                "docker run -t debian make | docker run debian make",
                "docker compose exec web make | docker compose exec -T web make",
                "chmod f 644 | chmod 644 f",
                "chown f root:adm | chown root:adm f",
                "tar -xzfv old.tgz | tar -xzvf old.tgz",
                "systemctl restart cron.servic | systemctl restart cron.service",
                "tar czf site site.tgz | tar czf site.tgz site",
                "tar -czvf /etc/nginx nginx.tar.gz | tar -czvf nginx.tar.gz /etc/nginx",
                "sysctl -w vm.swapiness=10 | sysctl -w vm.swappiness=10",
                "crontab tab | sed '$a\\' -- tab | crontab -",
                "crontab -u ann tab | sed '$a\\' -- tab | crontab -u ann -",
                "sudo crontab tab | sudo sed '$a\\' -- tab | sudo crontab -",
                "git push origin master | git push origin main",
                "python job.py --all | python3 job.py --all",
            })
    void runs(String line) {
        int cut = line.indexOf(" | ");
        String failed = line.substring(0, cut);
        String mended = line.substring(cut + 3);
        if (!failed.equals(mended)) {
            assertThat(judge(failed, mended)).as(line).isInstanceOf(Verdict.Proven.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "chown --recursve www-data /srv/www | chown --recursive www-data /etc",
                "chown --recursve www-data / | chown --recursive www-data /",
                "chmod --recursve 777 /etc/sudoers.d | chmod --recursive 777 /etc/sudoers.d",
                "chmod --x 777 site | chmod --recursive 777 site",
                "docker run -it debian ls | docker run -i --privileged debian ls",
                "docker run -it debian ls | docker run -it ubuntu ls",
                "docker run -it debian rm -t x | docker run -it debian rm x",
                "docker rm -it web | docker rm -i web",
                "chmod f 644 | chmod 666 f",
                "chmod /etc/sudoers 644 | chmod 644 /etc/sudoers",
                "chmod gone 644 | chmod 644 gone",
                "chmod f 4755 | chmod 4755 f",
                "tar czf site old.tgz | tar czf old.tgz site",
                "tar czf site /etc/cron.d/x.tgz | tar czf /etc/cron.d/x.tgz site",
                "tar -xzfv old.tgz | tar -czvf old.tgz",
                "systemctl restart cron.servic | systemctl restart cron.socket",
                "tar xzf site site.tgz | tar xzf site.tgz site",
                "sysctl -w vm.swapiness=10 | sysctl -w vm.swappiness=100",
                "sysctl -w vm.nr_hugepage=9 | sysctl -w vm.overcommit_memory=9",
                "git push origin master | git push --force origin main",
                "git push origin release | git push origin main",
                "pyhton job.py | python3 job.py",
                "python job.py | python3 other.py",
            })
    void isOnlyShown(String failed, String mended) {
        assertThat(judge(failed, mended)).as(failed).isInstanceOf(Verdict.Unproven.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "crontab tab; sed '$a\\' -- other | crontab -",
                "crontab tab; sed '$a\\' -- tab | sudo crontab -",
                "crontab -r tab; sed '$a\\' -- tab | crontab -r -",
                "crontab tab > x; sed '$a\\' -- tab | crontab - > x",
            },
            quoteCharacter = '`')
    void anotherTableIsOnlyShown(String failed, String mended) {
        assertThat(judge(failed, mended)).isInstanceOf(Verdict.Unproven.class);
    }
}
