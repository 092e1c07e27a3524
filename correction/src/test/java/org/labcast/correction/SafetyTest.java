package org.labcast.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.labcast.model.result.Correction;
import org.labcast.model.result.Risk;

/** A safe correction is never more destructive than what it corrects. */
final class SafetyTest {
    private static final FakeMachine MACHINE = new FakeMachine()
            .executables(
                    ("rm rmdir dd mkfs mkfs.ext4 shred kill killall pkill reboot shutdown halt poweroff chmod chown tee truncate wipefs"
                                    + " ls cat cp mv grep find git apt apt-get systemctl wget curl tar sed touch mkdir ln")
                            .split(" "))
            .names(NameKind.PACKAGES, "htop", "tree")
            .names(NameKind.UNITS, "nginx.service", "ssh.service")
            .file("/etc/passwd")
            .file("data")
            .directory(".")
            .file("/usr/sbin/reboot")
            .file("/usr/sbin/userdel")
            .directory("/srv/lab");
    private final Corrector corrector = new Corrector((rule, on, cause) -> {
        throw new AssertionError(rule + " crashed on " + on, cause);
    });

    /** Independent of the engine's own list: words that no safe correction may bring in. */
    private static final List<String> WORDS = List.of(
            ("rm rmdir dd mkfs mkfs.ext4 shred kill killall pkill reboot shutdown halt poweroff wipefs truncate userdel purge"
                            + " remove autoremove stop disable mask --force -rf -delete --no-check-certificate -k --hard --purge --insecure")
                    .split(" "));

    @Property(tries = 3000)
    void aSafeCorrectionBringsInNothingDestructive(@ForAll("failures") FailedCommand failed) {
        for (Correction correction : corrector.suggest(failed, MACHINE)) {
            if (correction.risk() == Risk.SAFE) {
                assertThat(destructive(correction.command()))
                        .as("%s -> %s (%s)", failed, correction.command(), correction.rule())
                        .isSubsetOf(destructive(failed.command()));
            }
        }
    }

    private static List<String> destructive(String command) {
        List<String> words = new ArrayList<>(Arrays.asList(command.split("[\\s\"';|&()]+")));
        words.retainAll(WORDS);
        return words;
    }

    @Property
    void noCommandTwiceAndNeverTheFailedOne(@ForAll("failures") FailedCommand failed) {
        List<Correction> found = corrector.suggest(failed, MACHINE);
        assertThat(found)
                .extracting(Correction::command)
                .doesNotHaveDuplicates()
                .doesNotContain(failed.command());
        assertThat(found.size()).isLessThanOrEqualTo(Corrector.MOST);
    }

    /** Any of the destructive words, mangled by one slip or not, with outputs that invite a correction. */
    @Provide
    Arbitrary<FailedCommand> failures() {
        Arbitrary<String> word = Arbitraries.of(Stream.concat(
                        WORDS.stream(),
                        Stream.of(
                                "apt-get", "systemctl", "find", "git", "chmod", "-R", "ls", "cp", "mv", "tee", "wget"))
                .toList());
        Arbitrary<String> first =
                Combinators.combine(word, Arbitraries.integers().between(0, 12)).as(SafetyTest::slip);
        Arbitrary<String> rest = Combinators.combine(
                        word, Arbitraries.integers().between(-20, 8))
                .as(SafetyTest::slip)
                .list()
                .ofMaxSize(3)
                .map(words -> String.join(" ", words));
        Arbitrary<String> target = Arbitraries.of(
                "", " /", " data", " /etc/passwd", " nginx", " > data", " && ls", " | cat", " https://x.org/");
        Arbitrary<String> prefix = Arbitraries.of("", "sudo ", "cd /tmp && ", "$ ", "env A=1 ");
        return Combinators.combine(
                        prefix, first, rest, target, Arbitraries.integers().between(0, 9))
                .as((before, name, args, end, output) -> {
                    String command = before + (name + " " + args).strip() + end;
                    return new FailedCommand(command, 127, "", said(output, name, args.split(" ")[0]));
                });
    }

    private static String slip(String word, int at) {
        if (at < 0 || at + 1 >= word.length()) {
            return word;
        }
        return word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    }

    private static String said(int kind, String name, String arg) {
        return switch (kind) {
            case 0, 1 -> "sh: 1: " + name + ": not found\n";
            case 2 -> "sudo: " + name + ": command not found\n";
            case 3 -> name + ": cannot open: Permission denied\n";
            case 4 -> name + ": '" + arg + "' is not a git command.\n\nThe most similar command is\n\trm\n";
            case 5 -> "E: Invalid operation " + arg + "\n";
            case 6 -> "Unknown command verb " + arg + ".\n";
            case 7 -> name + ": unknown predicate `" + arg + "'\n-delete\n";
            case 8 -> "Unknown command: \"" + arg + "\"\n\nDid you mean this?\n    npm " + "uninstall --force\n";
            default -> "rm: cannot remove 'x': Is a directory\nDo you want to continue? [Y/n] Abort.\n";
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rm -r /srv/lab",
                "sudo rm -f x",
                "apt-get purge -y tree",
                "dpkg --purge tree",
                "git push --force",
                "mkfs.ext4 /dev/sda1",
                "dd if=a of=/dev/sda",
                "echo x > /etc/passwd",
                "echo x >| data",
                "kill 1",
                "sudo reboot",
                "shutdown -h now",
                "chmod -R 777 x",
                "wget --no-check-certificate https://x",
                "curl -k https://x",
                "chown bob /",
                "cp a /etc/passwd",
                "find . -delete",
                "find . -exec rm {} +",
                "ls | xargs rm",
                "sh -c 'rm x'",
                "sudo sh -c \"rm x\"",
                "ssh lab rm x",
                "tee data",
                "sed -i s/a/b/ f",
                "systemctl stop ssh",
                "docker rm x",
                "echo $(rm x)",
                "curl http://x.org/",
                "mv a data",
                "ssh -o StrictHostKeyChecking=no h",
                "ln -sf a b",
                "eval x",
                "sh <<E\nrm x\nE",
                "sh <<< 'rm x'",
                "echo \"`rm x`\"",
                "diff <(rm x) y",
                "$(echo rm) x",
                "sh -c \"$(cat x)\"",
                "echo ${A:-$(rm x)}",
                "cat <<E\n$(rm x)\nE",
                "bash -c 'bash -c \"rm x\"'",
                "ip link set eth0 down"
            })
    void destructiveShapesAreSeen(String command) {
        Corrector guess = new Corrector(List.of(fixed(command)), (rule, on, cause) -> {});
        assertThat(guess.suggest(new FailedCommand("true", 1, "", ""), MACHINE))
                .singleElement()
                .satisfies(it -> assertThat(it.risk()).isEqualTo(Risk.RISKY));
    }

    @ParameterizedTest
    @CsvSource({
        "systemctl restrat nginx, systemctl restart nginx",
        "sl -l, ls -l",
        "mkdir a/b, mkdir -p a/b",
        "git stauts, git status",
        "fnid . -name x, find . -name x",
        "sudo apt-get udpate, sudo apt-get update",
        "grep x ., grep -r x ."
    })
    void harmlessOnesStaySafe(String typed, String command) {
        Corrector guess = new Corrector(List.of(fixed(command)), (rule, on, cause) -> {});
        assertThat(guess.suggest(new FailedCommand(typed, 1, "", ""), MACHINE))
                .singleElement()
                .satisfies(it -> assertThat(it.risk()).as(it.reason()).isEqualTo(Risk.SAFE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true                         | ls -l
            mytool register prod         | mytool deregister prod
            mytool destroy-al prod       | mytool destroy-all prod
            mke2f /dev/sdb1              | mke2fs /dev/sdb1
            systemctl restart app1       | systemctl restart app2
            apt-get install -y kubectl   | apt-get install -y kubectx
            redis-cil flushall           | redis-cli flushall
            tar -xf upload.tar           | tar --to-command=./evil.sh -xf upload.tar
            gradle build                 | ./gradlew build
            cleanup                      | ./cleanup.sh
            sort f                       | sort -o /etc/passwd f
            find . -name x               | find . -name x -delete
            git log                      | git -c core.pager=./x log
            root@db1:/# dropdb prod      | dropdb prod
            cat f                        | cat f; reboot
            dnf upgrade -y               | apt-get upgrade -y
            """)
    void whatIsNotProvenIsOnlyShown(String typed, String command) {
        Corrector guess = new Corrector(List.of(fixed(command)), (rule, on, cause) -> {});
        assertThat(guess.suggest(new FailedCommand(typed, 1, "", command), MACHINE))
                .singleElement()
                .satisfies(it -> assertThat(it.risk()).isEqualTo(Risk.RISKY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cp a /etc/passwd",
                "cp /tmp/passwd /etc",
                "mv /etc /old",
                "rm /etc/passwd",
                "systemctl stop ssh",
                "tee /etc/passwd",
                "make install",
                "./install",
                "python3 x.py"
            })
    void rootsRightsAreNotGivenToDestruction(String command) {
        String tool = command.split(" ")[0].replaceFirst(".*/", "");
        assertThat(corrector.suggest(new FailedCommand(command, 1, "", tool + ": Permission denied\n"), MACHINE))
                .singleElement()
                .satisfies(
                        it -> assertThat(it.command()).startsWith("sudo "),
                        it -> assertThat(it.risk()).isEqualTo(Risk.RISKY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cd /srv/lba && rm -rf *",
                "lss | xargs rm",
                "fnid / -name x | xargs -n1 rm",
                "mkdri x; rm y",
                "mkdri x && cp -f a b"
            })
    void whatIsDestroyedBehindAGuessIsLeftToAPerson(String command) {
        String name = command.split("[ |]")[0];
        String said = "sh: 1: " + name + ": not found\nsh: 1: cd: can't cd to /srv/lba\n";
        assertThat(corrector.suggest(new FailedCommand(command, 127, "", said), MACHINE))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.risk()).isEqualTo(Risk.RISKY));
    }

    private static Rule fixed(String command) {
        return new Rule() {
            @Override
            public String name() {
                return "fixed";
            }

            @Override
            public List<Suggestion> suggest(FailureContext context) {
                return List.of(Suggestion.safe(command, "fixed"));
            }
        };
    }
}
