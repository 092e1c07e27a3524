package org.labcast.correction.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.labcast.correction.Corrector;
import org.labcast.correction.FailedCommand;
import org.labcast.correction.FakeMachine;
import org.labcast.correction.NameKind;
import org.labcast.correction.effect.Effect;
import org.labcast.correction.effect.EffectTables;
import org.labcast.correction.shell.ParsedLine;
import org.labcast.model.result.Correction;
import org.labcast.model.result.Risk;

/** However a command is mistyped, what runs unattended does no more than the command that was meant. */
final class EffectOrderTest {
    private static final int MUTATIONS = 40;
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Beside those that our cases expect: such whose neighbours do more. */
    private static final List<String> MEANT = List.of(
            "systemctl status nginx",
            "systemctl start nginx",
            "systemctl restart nginx",
            "systemctl enable nginx",
            "systemctl is-enabled ssh",
            "systemctl list-units",
            "systemctl stop nginx",
            "systemctl disable nginx",
            "systemctl mask nginx",
            "apt-get update",
            "apt-get install -y tree",
            "apt-get remove tree",
            "apt-get upgrade",
            "apt list",
            "git status",
            "git stash list",
            "git log --stat",
            "git reset --hard",
            "git rm x",
            "git fetch",
            "git pull",
            "git branch",
            "git diff --stat",
            "docker ps",
            "docker rm web",
            "docker stop web",
            "docker start web",
            "docker top web",
            "kubectl get pods",
            "kubectl delete pod x",
            "kubectl describe pod x",
            "ip addr show",
            "ip addr del 10.0.0.1/8 dev eth0",
            "ls -l",
            "ln -s a b",
            "rm x",
            "mv a b",
            "cp a b",
            "cat x",
            "find . -name x",
            "du -sh .",
            "dd if=a of=b",
            "df -h",
            "tar tf a.tar",
            "tar xf a.tar",
            "mount",
            "umount /srv",
            "who",
            "kill 1",
            "date",
            "sort x",
            "journalctl -u ssh",
            "journalctl --vacuum-size=1M",
            "useradd bob",
            "userdel bob",
            "groupadd lab",
            "mkdir x",
            "touch x",
            "chmod 644 x",
            "sed -n 1p x",
            "sed -i s/a/b/ x",
            "crontab -l",
            "crontab -r");

    private static final FakeMachine MACHINE = new FakeMachine()
            .executables(
                    ("ls ln rm mv cp cat find du dd df tar mount umount who kill date sort journalctl useradd userdel groupadd mkdir touch chmod"
                                    + " sed crontab systemctl apt apt-get git docker kubectl ip grep ss ps head tail curl sh bash")
                            .split(" "))
            .names(NameKind.UNITS, "nginx.service", "ssh.service")
            .names(NameKind.PACKAGES, "tree", "htop", "vim")
            .directory("/srv")
            .directory("/etc/nginx");

    private final Corrector corrector = new Corrector((rule, on, cause) -> {
        throw new AssertionError(rule + " crashed on " + on, cause);
    });

    private static List<String> meant() throws IOException {
        List<String> commands = new ArrayList<>(MEANT);
        try (Stream<Path> files = Files.list(Path.of("../deploy/corrections"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) {
                for (String line : Files.readAllLines(file)) {
                    JsonNode one = JSON.readTree(line);
                    commands.add(one.path("command").asText());
                    one.path("expected").forEach(expected -> commands.add(expected.asText()));
                }
            }
        }
        return commands;
    }

    @Test
    void noMutationRunsWithAGreaterEffect() throws IOException {
        Random random = new Random(20_261_128);
        LineEffect effects = new LineEffect(EffectTables.shipped(), MACHINE);
        int safe = 0;
        for (String meant : meant()) {
            Effect most = effects.of(ParsedLine.read(meant)).effect();
            for (int i = 0; i < MUTATIONS && !meant.isBlank(); i++) {
                String typed = mutated(meant, random);
                for (Correction found : corrector.suggest(failure(typed, meant, random), MACHINE)) {
                    if (found.risk() == Risk.SAFE) {
                        safe++;
                        Effect its =
                                effects.of(ParsedLine.read(found.command())).effect();
                        // A folder or a list of packages that was needed first adds something to a command that looks.
                        assertThat(its)
                                .as("%s, typed %s -> %s (%s)", meant, typed, found.command(), found.rule())
                                .isLessThanOrEqualTo(
                                        found.command().contains(" && ") ? most.and(Effect.ADDITIVE) : most);
                    }
                }
            }
        }
        assertThat(safe).isGreaterThan(500);
    }

    private static FailedCommand failure(String typed, String meant, Random random) {
        String tool = typed.split(" ")[0];
        List<String> words = List.of(typed.split(" "));
        String word = words.get(random.nextInt(words.size()));
        List<String> right = List.of(meant.split(" "));
        String hint = right.get(random.nextInt(right.size()));
        return switch (random.nextInt(5)) {
            case 0 -> new FailedCommand(typed, 127, "", "/usr/bin/sh: 1: " + tool + ": not found\n");
            case 1 ->
                new FailedCommand(
                        typed,
                        1,
                        "",
                        tool + ": '" + word + "' is not a " + tool + " command.\nDid you mean this?\n\t" + hint + "\n");
            case 2 -> new FailedCommand(typed, 1, "", "Unknown command verb " + word + ".\n");
            case 3 ->
                new FailedCommand(typed, 1, "", tool + ": unrecognized option '" + word + "'\nusage: " + meant + "\n");
            default -> new FailedCommand(typed, 1, "", "");
        };
    }

    private static String mutated(String meant, Random random) {
        if (meant.length() < 2) {
            return meant + "x";
        }
        int at = random.nextInt(meant.length() - 1);
        char letter = (char) ('a' + random.nextInt(26));
        return switch (random.nextInt(5)) {
            case 0 -> meant.substring(0, at) + meant.substring(at + 1);
            case 1 -> meant.substring(0, at) + letter + meant.substring(at);
            case 2 -> meant.substring(0, at) + meant.charAt(at + 1) + meant.charAt(at) + meant.substring(at + 2);
            case 3 -> meant.substring(0, at) + letter + meant.substring(at + 1);
            default -> meant.substring(0, at) + meant.charAt(at) + meant.substring(at);
        };
    }
}
