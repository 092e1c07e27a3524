package org.labcast.correction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.labcast.correction.shell.ParsedLine;
import org.labcast.fuzz.ReaderFuzz;

/** Rules, readers of usages and the gate stand any command and any output; a rule that crashes is found here, not on a host. */
class CorrectorFuzzTest {
    private static final char BETWEEN = '\u001f';

    /** Command, exit status, what it printed, and what the tool says when it is asked for help. */
    private static final List<String> FAILURES = List.of(
            failure(
                    "apt-get instal vim",
                    100,
                    "E: Invalid operation instal",
                    "Commands:\n  install  get it\n  remove\n"),
            failure(
                    "cd /srv/lba && git psuh origin main | tee -a \"$LOG\"",
                    1,
                    "git: 'psuh' is not a git command. See 'git --help'.\n\nThe most similar command is\n\tpush\n",
                    "usage: git [-v | --version] <command>\n"),
            failure(
                    "systemctl restart ngnix",
                    5,
                    "Failed to restart ngnix.service: Unit ngnix.service not found.",
                    "nginx.service loaded active\n"),
            failure(
                    "tar -cfz a.tgz dir",
                    2,
                    "tar: a.tgz: Cannot stat: No such file or directory\ntar: Exiting",
                    "-z, --gzip filter\n"),
            failure(
                    "sudo mkdir a/b/c; chmod +x $(find . -name '*.sh')",
                    1,
                    "mkdir: cannot create directory \u2018a/b/c\u2019: No such file or directory",
                    ""),
            failure("python3 -c \"import yaml\"", 1, "ModuleNotFoundError: No module named 'yaml'", "{start,stop}"),
            failure(
                    "docker imags --all",
                    1,
                    "docker: 'imags' is not a docker command.\nRun 'docker --help'",
                    "Available Commands:\n  images  List\n"),
            failure(
                    "sort -k2 < fiel.txt > out 2>&1",
                    2,
                    "sh: 1: cannot open fiel.txt: No such file",
                    "[start|stop|restart]"),
            failure(
                    "cat <<E | ls --colr\nx\nE\n",
                    2,
                    "ls: unrecognized option '--colr'\nTry 'ls --help'",
                    "      --color[=WHEN]  color it\n"),
            failure("if [ -f x]; then `hostname -i`; fi", 2, "sh: 1: [: missing ]", "choose from 'a', 'b'"),
            failure("whoami", 127, "\u001b[31mbash: whoami: command not found\u001b[0m", ""));

    private static String failure(String command, int exit, String err, String help) {
        return String.join(String.valueOf(BETWEEN), command, String.valueOf(exit), err, help);
    }

    private final Corrector corrector = new Corrector((rule, on, cause) -> {
        throw new AssertionError(rule + " crashed on " + on, cause);
    });

    @Test
    void noRuleCrashes() {
        ReaderFuzz.of("command and output")
                .texts(FAILURES)
                .words(
                        "sudo ",
                        "&& ",
                        "| ",
                        "; ",
                        "> ",
                        "$(",
                        "`",
                        "'",
                        "\"",
                        "\\",
                        "\n",
                        "\r\n",
                        "\u001b[",
                        "\u00a0",
                        "\u2013",
                        "Did you mean '",
                        "usage: ",
                        "No such file or directory",
                        "command not found",
                        "Permission denied",
                        "invalid option -- 'x'",
                        "E: Unable to locate package ",
                        "git ",
                        "apt-get ",
                        "systemctl ",
                        "docker ",
                        "<<E\n",
                        "{a,b}",
                        "--",
                        "-")
                .tries(400)
                .read(input -> {
                    String[] parts = new String(input, UTF_8).split(String.valueOf(BETWEEN), -1);
                    String command = parts[0];
                    String err = parts.length > 2 ? parts[2] : "";
                    FailedCommand failed = new FailedCommand(
                            command, parts.length % 2 == 0 ? 1 : 127, parts.length > 4 ? parts[4] : "", err);
                    assertThat(corrector.diagnose(failed, machine(parts.length > 3 ? parts[3] : "")))
                            .isNotNull();
                });
    }

    private static MachineFacts machine(String help) {
        FakeMachine machine = new FakeMachine()
                .executables(
                        "apt-get", "git", "systemctl", "docker", "tar", "ls", "sort", "mkdir", "chmod", "find", "sudo")
                .names(NameKind.PACKAGES, "vim", "python3-yaml", "nginx")
                .names(NameKind.UNITS, "nginx.service", "ssh.service")
                .names(NameKind.USERS, "root", "labadmin")
                .file("file.txt")
                .file("/srv/lab/run.sh")
                .directory("dir");
        return new MachineFacts() {
            @Override
            public java.util.Set<String> names(NameKind kind) {
                return machine.names(kind);
            }

            @Override
            public PathKind path(String path) {
                return machine.path(path);
            }

            @Override
            public java.util.Set<String> entries(String directory) {
                return machine.entries(directory);
            }

            @Override
            public Machine machine() {
                return machine.machine();
            }

            @Override
            public Optional<String> answer(String query) {
                return Optional.of(help);
            }
        };
    }

    @Test
    void commandLinesOfAnyLengthAreReadOrNotReadable() {
        ReaderFuzz.of("command line")
                .texts(FAILURES.stream()
                        .map(all -> all.substring(0, all.indexOf(BETWEEN)))
                        .toList())
                .words("$(", "`", "<(", "<<E\n", "'", "\"", "\\", "${", "((", "if ", "case ", "{ ", "#")
                .read(input -> {
                    String line = new String(input, UTF_8);
                    assertThat(ParsedLine.read(line).text()).isEqualTo(line);
                });
    }

    @Test
    void usagesOfAnyShapeAreRead() {
        ReaderFuzz.of("usage")
                .texts(List.of(
                        "usage: tool [start|stop|restart] [--all]\n\nAvailable commands:\n  build   Make it\n  test    Try it\n",
                        "error: argument: invalid choice: 'x' (choose from 'start', 'stop')\n",
                        "Tasks:\n    clean, compile\n-----\n {a,b}: <c | d>\n"))
                .words("commands:\n", "usage: ", "|", ", ", "[", "{", "<", "  ", "choose from ", "one of ", "'")
                .tries(400)
                .read(input -> assertThat(
                                UsageWords.of(new String(input, UTF_8).lines().toList()))
                        .isNotNull());
    }
}
