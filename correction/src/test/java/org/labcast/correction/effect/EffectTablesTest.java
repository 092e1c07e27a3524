package org.labcast.correction.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.labcast.correction.shell.ParsedLine;
import org.labcast.correction.shell.SimpleCommand;

final class EffectTablesTest {
    private static final EffectTables TABLES = EffectTables.shipped();

    private static Effect effect(String command) {
        List<SimpleCommand> commands = ParsedLine.read(command).commands();
        return TABLES.read(commands.get(commands.size() - 1)).effect();
    }

    @Test
    void everyLineCanBeRead() {
        List<String> lines = Resources.lines("effects.txt");

        assertThat(lines).hasSizeGreaterThan(400).doesNotHaveDuplicates();
        for (String tool : TABLES.tools()) {
            assertThatCode(() -> TABLES.verbs(tool, 0)).as(tool).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ls -la /etc                                | LOOKS
            sort -k2 -n f                              | LOOKS
            find . -name x -type f                     | LOOKS
            tar -tzf a.tgz                             | LOOKS
            tar tf a.tar                               | LOOKS
            git -C /srv/x status --short               | LOOKS
            journalctl -u ssh --since yesterday -n 20  | LOOKS
            ip -br addr show eth0                      | LOOKS
            sed -n '1,5p' f                            | LOOKS
            sed 's#a#b#g' f                            | LOOKS
            awk -F: '{print $1}' /etc/passwd           | LOOKS
            systemctl --no-pager status ssh            | LOOKS
            kubectl -n web get pods -o wide            | LOOKS
            date --date=yesterday +%F                  | LOOKS
            systemctl restart ssh                      | REPEATABLE
            apt-get update                             | REPEATABLE
            tar xzf a.tgz                              | REPEATABLE
            mvn -B clean install                       | REPEATABLE
            apt-get -y install tree                    | ADDITIVE
            mkdir -p /srv/a/b                          | ADDITIVE
            useradd -m bob                             | ADDITIVE
            mv a b                                     | CHANGES
            chmod 644 f                                | CHANGES
            systemctl stop ssh                         | DESTROYS
            rm f                                       | DESTROYS
            """)
    void knownCalls(String command, Effect effect) {
        assertThat(effect(command)).isEqualTo(effect);
    }

    /** Each runs a program, writes a file, removes something or answers a question: none of them is a call that only looks or adds. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mytool status",
                "sort -o /etc/passwd f",
                "sort --compress-program=./x f",
                "find . -delete",
                "find . -exec ./x ;",
                "find . -fprint /etc/passwd",
                "tar --to-command=./x -xf a.tar",
                "tar -xf a.tar --checkpoint=1 --checkpoint-action=exec=./x",
                "tar -I ./x -tf a.tar",
                "tar -xPf a.tar",
                "tar -xf a.tar -C /",
                "tar xf a.tar -C /etc",
                "git -c core.pager=./x log",
                "git --exec-path=. log",
                "git diff --output=/etc/passwd",
                "git diff --ext-diff",
                "git grep -O./x y",
                "date -s 12:00",
                "ip netns exec x ./y",
                "ip -b f addr",
                "man -P ./x ls",
                "less +!reboot f",
                "journalctl --vacuum-size=1M",
                "rsync -e ./x a b",
                "awk 'BEGIN{system(\"x\")}'",
                "awk '{print > \"/etc/passwd\"}' f",
                "awk -f ./x f",
                "sed -i s/a/b/ f",
                "sed 'w /etc/passwd' f",
                "sed 's/a/b/w x' f",
                "sed 's/a/x/e' f",
                "sed '1e ./x' f",
                "sed -f x f",
                "xargs ls",
                "curl -o f http://x",
                "curl -T f http://x",
                "curl -K f",
                "curl file:///etc/shadow",
                "wget http://x",
                "apt-get -o APT::Update::Pre-Invoke::=./x update",
                "apt-get install ./evil.deb",
                "apt-get install tree-",
                "apt-get install --allow-unauthenticated tree",
                "systemctl edit ssh",
                "ss -K dst 1.2.3.4",
                "sysctl net.ipv4.ip_forward=1",
                "rpm -i x.rpm",
                "nginx",
                "nginx -s stop",
                "hostname evil",
                "iptables -F",
                "dmesg -C",
                "useradd -o -u 0 toor",
                "useradd -G sudo bob",
                "mkdir /etc/sudoers.d",
                "touch /root/.ssh/authorized_keys",
                "./ls",
                "/tmp/ls",
                "sort $X",
                "sort *",
                "sort \"$X\"",
                "du `cat x`",
                "python3 x.py",
                "pip install x",
                "npm run x",
                "docker run x",
                "ssh h true",
            })
    void othersNeedAPerson(String command) {
        assertThat(effect(command)).isGreaterThan(Effect.ADDITIVE);
    }

    /** Names of options that write or run something in the tools that have them: of no line that looks. */
    @Test
    void noLineThatLooksAllowsWhatWritesOrRuns() {
        Set<String> wrong = Set.of(
                "--output-document",
                "--exec",
                "--to-command",
                "--use-compress-program",
                "--checkpoint-action",
                "--exec-path",
                "--ext-diff",
                "--remove-files",
                "--in-place",
                "--rsh",
                "--pre-invoke",
                "--files0-from",
                "--config",
                "-exec",
                "-execdir",
                "-ok",
                "-okdir",
                "-delete",
                "-fprint",
                "-fprintf",
                "-fls");
        for (String line : Resources.lines("effects.txt")) {
            String[] columns = line.split(" *\\| *", -1);
            if (columns[1].startsWith("looks")) {
                assertThat(columns[2]
                                .replace('~', '-')
                                .replaceAll("[=:?!\\[\\]]", " ")
                                .split(" +"))
                        .as(line)
                        .doesNotContainAnyElementsOf(wrong);
            }
        }
    }
}
