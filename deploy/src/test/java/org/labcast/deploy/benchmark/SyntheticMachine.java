package org.labcast.deploy.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.labcast.agent.machine.RecordedFacts;
import org.labcast.correction.MachineFacts;

/** A machine as large as a lab's largest: 3,000 executables, 60,000 packages, 400 units; the same in every run. */
final class SyntheticMachine {
    private static final String SYLLABLES =
            "lib dev py na tor mar con fig get text ssl ker nel max do ru ti vim png gra ph net ad";

    private SyntheticMachine() {}

    static MachineFacts facts() {
        return RecordedFacts.of(Map.of(
                "executables",
                names(
                        3_000,
                        "ls cat cp mv mkdir grep find tar systemctl apt-get apt git npm docker python3 sudo ip ss sed awk tail"),
                "packages",
                names(60_000, "vim nginx apache2 postgresql htop tmux curl openssh-server build-essential"),
                "units",
                names(400, "nginx.service ssh.service cups.service postgresql.service cron.service"),
                "files",
                List.of(
                        "notes.txt",
                        "archive.tar.gz",
                        "src/main.c",
                        "/etc/nginx/nginx.conf",
                        "/etc/hosts",
                        "/var/log/syslog"),
                "user",
                "labadmin",
                "os",
                "debian",
                "packageManager",
                "apt-get",
                "queries",
                Map.of("sort --help", usage(), "apt-get --help", usage())));
    }

    private static List<String> names(int count, String real) {
        Random random = new Random(1);
        String[] syllables = SYLLABLES.split(" ");
        List<String> names = new ArrayList<>(List.of(real.split(" ")));
        while (names.size() < count) {
            StringBuilder name = new StringBuilder();
            for (int part = 2 + random.nextInt(4); part > 0; part--) {
                name.append(syllables[random.nextInt(syllables.length)]);
            }
            names.add(name.append(random.nextInt(100)).toString());
        }
        return names;
    }

    private static String usage() {
        return String.join(
                "\n",
                Stream.iterate(1, i -> i + 1)
                        .limit(80)
                        .map(i -> "  -" + (char) ('a' + i % 26) + ", --option-" + i + "=VALUE   what option " + i
                                + " does")
                        .toList());
    }
}
