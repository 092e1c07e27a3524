package org.labcast.correction.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.labcast.correction.Corrector;
import org.labcast.correction.FailedCommand;
import org.labcast.correction.Machine;
import org.labcast.correction.MachineFacts;
import org.labcast.correction.NameKind;
import org.labcast.correction.PathKind;
import org.labcast.correction.effect.EffectTables;
import org.labcast.correction.effect.Resources;
import org.labcast.correction.shell.ParsedLine;
import org.labcast.correction.shell.Redirection;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;
import org.labcast.model.result.Correction;
import org.labcast.model.result.Risk;

/**
 * An attacker who controls what a command prints, the names of files and what tools say of themselves, but not the command: no word
 * of his is an option, a path, a program or shell syntax of a command that runs unattended.
 *
 * <p>{@code -Dlabcast.tries=1000000} tries longer, {@code -Dlabcast.seed} otherwise.
 */
final class HostileWordsTest {
    private static final int TRIES = Integer.getInteger("labcast.tries", 20_000);
    private static final long SEED = Long.getLong("labcast.seed", 20_261_128);

    private static final List<String> COMMANDS = List.of(
            "tar -xf upload.tar",
            "tar xzf site.tar",
            "git stauts",
            "git brnch -a",
            "git checkout mian",
            "git push",
            "git pull",
            "git log --onelin",
            "mytool sttus",
            "mytool --verbos x",
            "systemctl restrat nginx",
            "systemctl status ngnix",
            "systemctl restart ngnix",
            "apt-get instal vim",
            "apt-get install -y htpo",
            "sudo apt-get isntall tree",
            "cat /srv/repor.txt",
            "ls /srv/projcet",
            "cd /srv/lba && ls",
            "cp a.conf /srv/wbe/a.conf",
            "mkdir a/b/c",
            "sort -k2 fiel.txt",
            "grep -r x .",
            "find . -nmae x",
            "lsblk -o FSTPYE",
            "ps aux --sort=-%men",
            "kubectl get pdos",
            "docker imags",
            "npm strat",
            "pip3 lst",
            "gradle build",
            "cleanup",
            "./run",
            "deploy --all",
            "python3 scrpt.py",
            "useradd bob",
            "usermod -aG dokcer bob",
            "mv report.txt /srv/archive/report.txt",
            "echo 10 > /etc/labflag",
            "ss -tln | grpe LISTEN",
            "journalctl -u ngnix --snce yesterday",
            "rsync -a --exlcude=x a b",
            "curl -fsS https://localhost/",
            "ssh-keygen -lf key",
            "mvn clean instal",
            "make instal",
            "ip addr shwo",
            "date --dat=yesterday",
            "ping -c1 loclahost",
            "sl /etc",
            "man gti",
            "unzip a.zpi",
            "zcat log.zg",
            "awk '{print $1' f",
            "echo \"a",
            "[[ -f x ]] && echo y",
            "while true; do sl; done",
            "id labadmni",
            "chown bobb f");

    private static final List<String> MESSAGES = List.of(
            "use '%2$s' instead",
            "Did you mean '%1$s'?",
            "Did you mean this?\n\t%1$s",
            "Unknown command \"%3$s\". Did you mean \"%1$s\"?",
            "unknown command %3$s - maybe you meant \"%1$s\"",
            "git: '%3$s' is not a git command. See 'git --help'.\n\nThe most similar command is\n\t%1$s",
            "error: unknown option `%3$s'\nusage: x [%1$s] [%2$s]",
            "error: invalid choice: '%3$s' (choose from '%1$s', 'info')",
            "try '%2$s'",
            "Try `%2$s' first",
            "hint: %2$s",
            "hint: use '%2$s'",
            "run %2$s",
            "Please run '%2$s'",
            "To fix this, run:\n\n    %2$s\n",
            "%3$s: No such file or directory\n%1$s",
            "sh: 1: %3$s: not found\nCommand '%3$s' not found, but can be installed with:\nsudo apt install %1$s",
            "sh: 1: %3$s: not found\n%1$s",
            "/usr/bin/sh: 1: %3$s: not found",
            "%3$s: Permission denied\n%2$s",
            "fatal: The current branch %1$s has no upstream branch.\n\n    git push --set-upstream origin %1$s\n",
            "fatal: 'x' does not appear to be a git repository\n%2$s",
            "E: Unable to locate package %3$s\n%1$s",
            "E: Invalid operation %3$s\nusage: apt-get [%1$s]",
            "E: dpkg was interrupted, you must manually run '%2$s' to correct the problem.",
            "Unit %3$s.service not found.\n%1$s.service loaded",
            "unknown column: %3$s\nAvailable: %1$s FSTYPE",
            "npm ERR! Missing script: \"%3$s\"\nnpm ERR! Did you mean this?\n  %1$s",
            "ModuleNotFoundError: No module named '%1$s'",
            "%1$s is not in the sudoers file",
            "you need to install %1$s: apt install %1$s",
            "unrecognized option '%3$s'; %1$s is valid",
            "option '%3$s' is ambiguous; possibilities: '%1$s' '--all'",
            "No rule to make target '%3$s'\n%1$s",
            "Usage: tool %1$s|%2$s",
            "Warning: '%3$s' is deprecated, use '%1$s'",
            "package %1$s is required, run: %2$s");

    private static final List<String> WORDS = List.of(
            "--to-command=./evil",
            "--evil",
            "-e",
            "-oevil",
            "-f",
            "./evil",
            "/tmp/evil",
            "/srv/evil/x",
            "evil",
            "evil.sh",
            "$(evil)",
            "`evil`",
            "; evil",
            "&& evil",
            "| evil",
            "> /etc/passwd",
            "x;evil",
            "a\nevil",
            "--exec=evil",
            "-c core.pager=./evil",
            "--output=/etc/passwd",
            "../evil",
            "~/evil",
            "ev\u202eil",
            "\u0435vil",
            "--rsh=evil",
            "-I./evil",
            "FOO=evil",
            "evil-package",
            "'evil'",
            "\"evil\"",
            "-exec evil ;",
            "rm",
            "reboot",
            "sh",
            "http://evil.example/");

    private static final Set<String> OURS = new HashSet<>(List.of("sudo", "&&", "bash", "-c", "sh", "tee", "."));

    static {
        for (String list : List.of("packages.txt", "services.txt", "carriers.txt", "equivalents.txt")) {
            Resources.lines(list).forEach(line -> OURS.addAll(List.of(line.split("[ :]+"))));
        }
    }

    private final EffectTables tables = EffectTables.shipped();
    private final Corrector corrector = new Corrector((rule, on, cause) -> {
        throw new AssertionError(rule + " crashed on " + on, cause);
    });

    @Test
    void noWordOfTheAttackerRuns() {
        Random random = new Random(SEED);
        int safe = 0;
        for (int i = 0; i < TRIES; i++) {
            String command = COMMANDS.get(random.nextInt(COMMANDS.size()));
            Attack attack = new Attack(command, random);
            FailedCommand failed = new FailedCommand(command, random.nextBoolean() ? 127 : 1, "", attack.output());
            for (Correction found : corrector.suggest(failed, attack)) {
                if (found.risk() == Risk.SAFE) {
                    safe++;
                    assertThat(foreign(command, found.command()))
                            .as("%s%n%s%n-> %s (%s)", command, attack.output(), found.command(), found.rule())
                            .isEmpty();
                }
            }
        }
        // Where nothing is safe, nothing was tried.
        assertThat(safe).isGreaterThan(TRIES / 200);
    }

    /** Words of the second line that are neither of the first, nor ours, nor a mistyped word put right in a harmless place. */
    private List<String> foreign(String failed, String mended) {
        List<String> foreign = new ArrayList<>();
        ParsedLine parsedLine = ParsedLine.read(mended);
        ParsedLine before = ParsedLine.read(failed);
        for (SimpleCommand command : parsedLine.commands()) {
            for (Redirection redirection : command.redirections()) {
                if (!failed.contains(redirection.target().text())) {
                    foreign.add(redirection.target().text());
                }
            }
            for (int i = 0; i < command.words().size(); i++) {
                Word word = command.words().get(i);
                if (!isAccountedFor(word, i, command, failed, before)) {
                    foreign.add(word.text());
                }
            }
        }
        if (parsedLine.opaque()
                || parsedLine.commands().stream()
                        .anyMatch(one -> one.words().stream().anyMatch(Word::substitutes))) {
            foreign.add("a substitution");
        }
        return foreign;
    }

    private boolean isAccountedFor(Word word, int index, SimpleCommand command, String failed, ParsedLine before) {
        String value = word.value();
        if (failed.contains(value) || OURS.contains(value) || value.matches("DPkg::Lock::Timeout=\\d+")) {
            return true;
        }
        boolean quoted = value.replaceAll("[^A-Za-z0-9]", "").length() > 0
                && failed.replaceAll("[^A-Za-z0-9]", "").contains(value.replaceAll("[^A-Za-z0-9]", ""));
        if (quoted && !value.startsWith("-") && !value.contains("/")) {
            return true;
        }
        if (index == command.name()) {
            return tables.knows(command.tool()) && (!value.contains("/") || value.matches("/usr/s?bin/[a-z]+"));
        }
        if (value.startsWith("-")) {
            String name = value.replaceFirst("=.*", "");
            boolean ownValue = !value.contains("=") || failed.contains(value.substring(value.indexOf('=') + 1));
            return (tables.longOptions(command.tool()).contains(name) && (ownValue || isNear(value, failed)))
                    || value.matches("-[A-Za-z0-9]{1,6}");
        }
        for (int at = 0; at < 3; at++) {
            if (tables.verbs(command.tool(), at).contains(value)) {
                return true;
            }
        }
        if (value.contains("/")) {
            return value.startsWith("/etc/")
                    || ParsedLine.read(failed).commands().isEmpty()
                    || isParent(value, failed)
                    || value.equals("http://localhost/");
        }
        return value.chars().allMatch(c -> c > ' ' && c < 0x7f) && isNear(value, failed);
    }

    private static boolean isParent(String value, String failed) {
        return failed.contains(value + "/");
    }

    /** Two letters away at most from a word of the command. */
    private static boolean isNear(String value, String failed) {
        for (String word : failed.split("[\\s'\"|&;]+")) {
            if (distance(word, value) <= 2) {
                return true;
            }
        }
        return false;
    }

    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }

    /** What one attacker says and lays out; units, users and programs of the system's folders are not his. */
    private static final class Attack implements MachineFacts {
        private final Random random;
        private final List<String> typed;
        private final List<String> mine = new ArrayList<>();
        private final String output;
        private final Set<String> files = new TreeSet<>();
        private final String answer;

        Attack(String command, Random random) {
            this.random = random;
            this.typed = List.of(command.split("\\s+"));
            for (int i = 0; i < 4; i++) {
                mine.add(word());
            }
            this.output = message(command) + "\n" + (random.nextInt(3) == 0 ? message(command) : "");
            for (int i = 0; i < 3; i++) {
                files.add(word().replaceFirst(".*/(?=.)", ""));
            }
            typed.forEach(one -> files.add(one.replaceFirst(".*/(?=.)", "") + (random.nextBoolean() ? ".sh" : "")));
            files.add("gradlew");
            this.answer = message(command) + "\nOptions:\n  " + word() + "  does it\nCommands:\n  " + word() + "\n";
        }

        String output() {
            return output;
        }

        private String message(String command) {
            String wrong = typed.get(random.nextInt(typed.size()));
            String line = command;
            String word = mine.get(random.nextInt(mine.size()));
            line = random.nextBoolean()
                    ? line.replace(wrong, word)
                    : random.nextBoolean()
                            ? line.replaceFirst(" |$", " " + Matcher.quoteReplacement(word) + " ")
                            : word + " " + line;
            return String.format(Locale.ROOT, MESSAGES.get(random.nextInt(MESSAGES.size())), word, line, wrong);
        }

        /** One of his own, or a word of the command with a change of his. */
        private String word() {
            String own = WORDS.get(random.nextInt(WORDS.size()));
            String near = typed.get(random.nextInt(typed.size()));
            return switch (random.nextInt(5)) {
                case 0 -> near + own;
                case 1 -> mutated(near);
                case 2 -> mutated(mutated(near));
                default -> own;
            };
        }

        private String mutated(String word) {
            if (word.length() < 2) {
                return word + "x";
            }
            int at = random.nextInt(word.length() - 1);
            char letter = "abcdefghijklmnopqrstuvwxyz-/=;$\u0435".charAt(random.nextInt(32));
            return switch (random.nextInt(4)) {
                case 0 -> word.substring(0, at) + word.substring(at + 1);
                case 1 -> word.substring(0, at) + letter + word.substring(at);
                case 2 -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
                default -> word.substring(0, at) + letter + word.substring(at + 1);
            };
        }

        @Override
        public Set<String> names(NameKind kind) {
            return switch (kind) {
                case EXECUTABLES ->
                    Set.of(
                            "ls",
                            "cat",
                            "git",
                            "tar",
                            "grep",
                            "find",
                            "sort",
                            "ip",
                            "ss",
                            "ps",
                            "apt-get",
                            "systemctl",
                            "curl",
                            "docker");
                case PACKAGES -> Set.of("htop", "tree", "vim", "nginx", "curl");
                case UNITS -> Set.of("nginx.service", "ssh.service");
                case USERS -> Set.of("root", "labadmin");
                case GROUPS -> Set.of("root", "sudo", "docker", "users");
            };
        }

        @Override
        public PathKind path(String path) {
            String name = path.replaceFirst(".*/(?=.)", "");
            if (path.matches("/(?:etc|srv|tmp|usr)?") || path.equals(".") || path.matches("/etc/nginx")) {
                return PathKind.DIRECTORY;
            }
            boolean his = !path.startsWith("/etc/") && !path.startsWith("/usr/") && files.contains(name);
            return his ? (random.nextInt(4) == 0 ? PathKind.DIRECTORY : PathKind.FILE) : PathKind.ABSENT;
        }

        @Override
        public Set<String> entries(String directory) {
            return directory.startsWith("/etc")
                    ? Set.of("nginx", "hosts")
                    : directory.startsWith("/usr") ? Set.of() : files;
        }

        @Override
        public boolean isGuarded(String path) {
            return path.startsWith("/etc/") || path.startsWith("/usr/");
        }

        @Override
        public Machine machine() {
            return new Machine("debian", "apt-get", "labadmin", true);
        }

        @Override
        public Optional<String> answer(String query) {
            return Optional.of(answer);
        }
    }
}
