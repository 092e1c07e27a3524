package org.labcast.publisher.taskfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.labcast.model.LabcastException;
import org.labcast.model.order.CorrectionPolicy;
import org.labcast.model.order.OnFailure;
import org.labcast.model.order.Task;
import org.labcast.model.order.TaskOptions;
import org.labcast.shell.CompleteCommand;
import org.labcast.shell.Dialect;
import org.labcast.shell.ShellSyntaxException;
import org.labcast.shell.ShellText;

class TaskFileTest {
    private static TaskFile parse(String text) {
        return TaskFile.parse("tasks.txt", "dir/tasks.txt", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void oneCommandALineWithoutBlanksAndComments() {
        TaskFile file = parse("# a lab\n\n  date \n\t# more\nwho | wc -l # kept by the shell\n");

        assertThat(file.tasks())
                .containsExactly(
                        new Task("date", 3, TaskOptions.DEFAULT),
                        new Task("who | wc -l # kept by the shell", 5, TaskOptions.DEFAULT));
        assertThat(file.warnings()).isEmpty();
    }

    @Test
    void aBackslashContinuesALine() {
        assertThat(parse("apt-get install \\\n  vim \\\n  git\necho 'a\\\\'").tasks())
                .extracting(Task::command, Task::line)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("apt-get install \\\n  vim \\\n  git", 1),
                        org.assertj.core.groups.Tuple.tuple("echo 'a\\\\'", 4));
    }

    @Test
    void twoBackslashesAtTheEndAreNotAContinuation() {
        assertThat(parse("echo a\\\\\ndate").tasks()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.168.1.10", "10.0.0.1", "fe80::1", "2001:db8::ff:1", "::1"})
    void aLastLineThatIsAnIpAddressIsTheLogAddress(String address) {
        TaskFile file = parse("date\n" + address + "\n\n# end\n");

        assertThat(file.logAddress()).isEqualTo(address);
        assertThat(file.tasks()).hasSize(1);
    }

    @Test
    void anIpAddressElsewhereIsACommandAndSaidSo() {
        TaskFile file = parse("10.0.0.1\ndate");

        assertThat(file.logAddress()).isEmpty();
        assertThat(file.tasks()).hasSize(2);
        assertThat(file.warnings())
                .singleElement()
                .hasToString("dir/tasks.txt:1:1: warning: only an IP address in the"
                        + " last line, below commands, is a log address: this one is run as a command");
    }

    @ParameterizedTest
    @ValueSource(strings = {"256.1.1.1", "1.2.3", "1.2.3.4.5", "abc", "12:30"})
    void whatOnlyLooksLikeAnAddressIsACommand(String command) {
        assertThat(parse("date\n" + command).tasks()).hasSize(2);
    }

    @Test
    void theFirstBlockOfOptionsIsForAllCommandsALaterOneForTheNext() {
        List<Task> tasks = parse("""
                # nightly
                #@ timeout=90s on-failure=stop
                #@ correct=suggest

                date

                #@ user=lab cwd="/srv/my files" shell=bash
                #@ idempotent retries=2 timeout=2h
                make
                who
                """).tasks();

        TaskOptions job = TaskOptions.DEFAULT.toBuilder()
                .timeout(Duration.ofSeconds(90))
                .onFailure(OnFailure.STOP)
                .correct(CorrectionPolicy.SUGGEST)
                .build();
        assertThat(tasks)
                .extracting(Task::options)
                .containsExactly(
                        job,
                        job.toBuilder()
                                .timeout(Duration.ofHours(2))
                                .user("lab")
                                .cwd("/srv/my files")
                                .shell("bash")
                                .idempotent(true)
                                .retries(2)
                                .build(),
                        job);
    }

    @Test
    void theFirstCommandMayHaveOptionsOfItsOwn() {
        assertThat(parse("#@ timeout=5m\n\n#@ retries=1\ndate\nwho").tasks())
                .extracting(task -> task.options().retries())
                .containsExactly(1, 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                              | 1:1: error: the file has no command
            '# only\\n\\n'                  | 1:1: error: the file has no command
            '#@ timout=90s\\ndate'          | 1:4: error: unknown option 'timout': the options are timeout, on-failure
            'date\\n#@ user=x timeout=9\\nw'| 2:11: error: '9' is not a time such as 90s, 5m, 2h or 7d
            '#@ timeout=0s\\ndate'          | 1:4: error: a timeout is 1s to 24h
            '#@ retries=11\\ndate'          | 1:4: error: retries is 0 to 10
            '#@ correct=yes\\ndate'         | 1:4: error: correct is one of off, suggest, safe, not 'yes'
            '#@ user=$(id)\\ndate'          | 1:4: error: '$(id)' is not a user name
            '#@ cwd=tmp\\ndate'             | 1:4: error: cwd is an absolute path, not 'tmp'
            '#@ idempotent=1\\ndate'        | 1:4: error: idempotent takes no value
            '#@ user\\ndate'                | 1:4: error: user needs a value
            '#@ retries=1 retries=2\\ndate' | 1:14: error: retries is given twice
            '#@ cwd="/a b\\ndate'           | 1:3: error: a quote is not closed
            '#@\\ndate'                     | 1:3: error: an option belongs here
            'date\\n#@ retries=1\\n\\nwho'  | 2:1: error: options stand directly above their command
            'date\\n#@ retries=1'           | 2:1: error: options stand directly above their command
            'date \\\\'                     | 1:6: error: nothing follows the
            'date\\n a\\0b'             | 2:3: error: control character U+0000
            'date\\n\\033[2J'             | 2:1: error: control character U+001B
            """)
    void everyComplaintHasItsPlace(String text, String complaint) {
        assertThatThrownBy(() -> parse(text.translateEscapes()))
                .isInstanceOf(TaskFileException.class)
                .hasMessageContaining("dir/tasks.txt:" + complaint);
    }

    @Test
    void namesThePlaceOfBytesThatAreNotUtf8() {
        byte[] content = "date\nécho \0".getBytes(StandardCharsets.UTF_8);
        content[content.length - 1] = (byte) 0xC3;

        assertThatThrownBy(() -> TaskFile.parse("t", "t", content)).hasMessage("t:2:6: error: not UTF-8 text");
    }

    @Test
    void collectsSeveralErrors() {
        assertThatThrownBy(() -> parse("#@ a=1\n#@ b=2\ndate"))
                .hasMessageContaining(":1:4:")
                .hasMessageContaining(":2:4:");
    }

    @Test
    void acceptsTenThousandCommandsAndRefusesMore() {
        assertThat(parse("date\n".repeat(10_000)).tasks()).hasSize(10_000);
        assertThatThrownBy(() -> parse("date\n".repeat(10_001)))
                .hasMessageContaining("10001:1: error: a job has at most");
    }

    @Test
    void acceptsAByteOrderMarkAndWindowsLineEnds() {
        assertThat(parse("\uFEFFdate\r\nwho\r\n").tasks())
                .extracting(Task::command)
                .containsExactly("date", "who");
    }

    @Test
    void saysWhenAFileIsAbsentOrADirectory(@TempDir Path dir) throws IOException {
        assertThatThrownBy(() -> TaskFile.read(dir.resolve("none")))
                .isInstanceOf(LabcastException.class)
                .hasMessageContaining("there is no file");
        assertThatThrownBy(() -> TaskFile.read(dir)).hasMessageContaining("it is a directory");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'if [ -e /guard ]; then\\nrm -rf /srv/x\\nfi\\ndate'   | 2
            'cat > motd <<END\\nhello\\nEND\\ndate'               | 2
            'su - nobody -c "\\nid\\n"\\ndate'                    | 2
            'echo "a\\nb"'                                         | 1
            'f() {\\n id\\n}\\n\\nf'                              | 2
            'true &&\\n # why\\n id\\nfalse |\\n\\n cat'            | 2
            'case $x in\\n a) id ;;\\nesac'                        | 1
            """)
    void aCommandTakesTheLinesThatBelongToIt(String text, int commands) {
        assertThat(parse(text.translateEscapes()).tasks()).hasSize(commands);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'date\\nif true; then\\n  id'    | 2:1: error: this 'if' is never closed with 'fi'
            'date\\n echo "a'                | 2:7: error: this " is never closed
            'cat <<END\\nx'                  | 1:5: error: this here-document is never ended by a line 'END'
            'date\\nfi'                      | 2:1: error: 'fi' has nothing that it belongs to
            'date\\n(id'                     | 2:1: error: this '(' is never closed with ')'
            'date &&'                        | 1:6: error: nothing follows '&&'
            """)
    void whatNeverEndsIsToldWhereItBegins(String text, String complaint) {
        assertThatThrownBy(() -> parse(text.translateEscapes())).hasMessageContaining("dir/tasks.txt:" + complaint);
    }

    @Test
    void aFirstLineChoosesShellOrInterpreter() {
        TaskFile bash = parse("#!/usr/bin/env bash\n[[ 1 == 1 ]]\n");
        assertThat(bash.session().orElseThrow().shell()).isEqualTo("bash");
        assertThat(bash.warnings()).isEmpty();
        TaskFile python = parse("#!/usr/bin/python3\nimport os\nif True:\n    print(1)\n");
        assertThat(python.session()).isEmpty();
        assertThat(python.tasks()).singleElement().satisfies(task -> {
            assertThat(task.script().orElseThrow().interpreter()).containsExactly("/usr/bin/python3");
            assertThat(task.command()).startsWith("#!/usr/bin/python3");
        });
        assertThat(parse("#!/bin/sh -eu\nid\n").tasks())
                .extracting(Task::command)
                .containsExactly("set -eu", "id");
    }

    @Test
    void scriptsBetweenMarksAreOneTask() {
        TaskFile file = parse("id\n#@ script shell=python3 timeout=5m\nif 1:\n  print(2)\n#@ end\ndate\n");
        assertThat(file.tasks()).extracting(Task::line).containsExactly(1, 3, 6);
        assertThat(file.tasks().get(1).command()).isEqualTo("if 1:\n  print(2)\n");
        assertThat(file.tasks().get(1).script().orElseThrow().interpreter()).containsExactly("python3");
    }

    @Test
    void strictlyAWarningIsAnError(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("t"), "date\nvi x\n");
        assertThat(TaskFile.read(file, false).warnings()).hasSize(1);
        assertThatThrownBy(() -> TaskFile.read(file, true)).hasMessageContaining(":2:1: warning: 'vi x' waits");
    }

    @Test
    void optionsAboveTheFirstCommandBelongToIt() {
        List<Task> tasks = parse("#@ idempotent\ndate\nwho").tasks();
        assertThat(tasks).extracting(task -> task.options().idempotent()).containsExactly(true, false);
    }

    @Test
    void aFileWithoutStateHasNoCommonShell() {
        TaskFile file = parse("#@ state=off cwd=/srv\n\ndate\n");
        assertThat(file.session()).isEmpty();
        assertThat(file.tasks().get(0).options().cwd()).isEqualTo("/srv");
        TaskFile typed = parse("#@ cwd=/srv\n\ndate\n");
        assertThat(typed.session().orElseThrow().folder()).isEqualTo("/srv");
        assertThat(typed.tasks().get(0).options().cwd()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[ -e x ]]",
                "echo {1..3}",
                "echo $'a'",
                "cat <<< x",
                "source x",
                "set -o pipefail",
                "a=(1 2)",
                "sudo -i",
                "su - bob",
                "ssh web1",
                "vi x",
                "1. uptime",
                "- whoami",
                "$ ls",
                "root@db1:/# dropdb prod",
                "apt-get install vim",
                "exec bash",
                "read answer"
            })
    void whatWillSurpriseIsWarnedOf(String command) {
        assertThat(parse(command + "\ndate\n").warnings()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apt-get install -y vim",
                "sudo -u bob id",
                "su - bob -c id",
                "ssh web1 uptime",
                "cat <<'X' | sudo tee f\na\nX",
                "echo '[[ {1..3} <<<'",
                "grep -rn 'a=(b' /srv",
                "systemctl restart nginx",
                "while read -r l; do echo $l; done < f",
                "curl -fsSL http://x/y | sh -s -- -b",
                "awk '{print $1}' f",
                "find . -name '*.c' -exec grep -l x {} +"
            })
    void ordinaryCommandsAreNotWarnedOf(String command) {
        assertThat(parse(command + "\ndate\n").warnings()).isEmpty();
    }

    @Property
    void everyPlainCommandComesBackUnchanged(@ForAll("commands") List<String> commands) {
        assertThat(parse(String.join("\n", commands)).tasks())
                .extracting(Task::command)
                .isEqualTo(commands);
    }

    @Provide
    Arbitrary<List<String>> commands() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars('ä', '€', '\t')
                .ofMinLength(1)
                .ofMaxLength(60)
                .map(String::strip)
                .filter(s -> !s.startsWith("#") && !IpAddress.is(s) && isWhole(s))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    /** By another shell's reader some are none. */
    private static boolean isWhole(String command) {
        try {
            List<CompleteCommand> read = ShellText.commands(command, Dialect.SH);
            return read.size() == 1 && read.get(0).text().equals(command);
        } catch (ShellSyntaxException e) {
            return false;
        }
    }

    @Test
    void whatThereIsForUtf16(@TempDir Path dir) {
        for (var charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThatThrownBy(() -> TaskFile.parse("t", "t", "date\nwho\n".getBytes(charset)))
                    .hasMessageStartingWith("t:1:1: error: the file is UTF-16 text")
                    .hasMessageContaining("iconv -f UTF-16 -t UTF-8");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '1) uptime'                     | 'this looks like the item of a numbered list'
            'f() {¶  a=(1¶  2)¶}'           | ''
            'function f {¶  id¶}'           | 'this is bash; write #!/bin/bash as the first line'
            '[[ $x =~ ^(a|b)$ ]]'           | 'this is bash; write #!/bin/bash as the first line'
            """)
    void anErrorIsExplainedByWhatTheTextIs(String text, String hint) {
        String file = text.replace('¶', '\n');
        if (hint.isEmpty()) {
            assertThat(parse(file).tasks()).hasSize(1);
        } else {
            assertThatThrownBy(() -> parse(file)).hasMessageContaining(hint);
        }
    }

    @Test
    void optionsOfTheFirstLineAreTypedIntoTheShellOfEachUser() {
        List<Task> tasks = parse("#!/bin/bash -eu\n#@ timeout=5m\n\nid\n#@ user=bob\nid\nwho\n#@ user=bob\nls\n")
                .tasks();

        assertThat(tasks).extracting(Task::command).containsExactly("set -eu", "id", "set -eu", "id", "who", "ls");
        assertThat(tasks).extracting(task -> task.options().user()).containsExactly("", "", "bob", "bob", "", "bob");
        assertThat(tasks.get(2).options().timeout()).isEqualTo(Duration.ofMinutes(5));
        assertThatThrownBy(() -> parse("#!/bin/sh -e\n#@ state=off\n\nid\n"))
                .hasMessageContaining("tasks.txt:1:1: error: with state=off");
    }

    @Test
    void anInterpretersFileIsHandedOverWithoutLinesOfOptions() {
        TaskFile file = parse("#!/usr/bin/env node\n#@ timeout=5m\nconsole.log(1)\n\fif (1) {}\n192.168.1.1\n");

        assertThat(file.logAddress()).isEmpty();
        assertThat(file.tasks()).singleElement().satisfies(task -> {
            assertThat(task.command()).isEqualTo("#!/usr/bin/env node\n\nconsole.log(1)\n\fif (1) {}\n192.168.1.1\n");
            assertThat(task.options().timeout()).isEqualTo(Duration.ofMinutes(5));
            assertThat(task.script().orElseThrow().interpreter()).containsExactly("node");
        });
        assertThatThrownBy(() -> parse("#!/usr/bin/python3\nprint('\u001b[2J')\n"))
                .hasMessageContaining("tasks.txt:2:8: error: control character U+001B");
        assertThatThrownBy(() -> parse("#!/usr/bin/python3\n#@ shell=bash\nprint(1)\n"))
                .hasMessageContaining("tasks.txt:2:1: error: the first line names the interpreter");
    }

    @Test
    void scriptsBeginInTheFolderOfTheirShell() {
        TaskFile mixed = parse("#@ cwd=/srv\n\ncd sub\n#@ script\npwd\n#@ end\n#@ script cwd=/tmp\npwd\n#@ end\n");
        assertThat(mixed.tasks()).extracting(task -> task.options().cwd()).containsExactly("", "", "/tmp");
        TaskFile alone = parse("#@ cwd=/srv\n\n#@ script\npwd\n#@ end\n");
        assertThat(alone.session()).isEmpty();
        assertThat(alone.tasks().get(0).options().cwd()).isEqualTo("/srv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#!/bin/sh", "#! /bin/sh -", "#!/bin/dash", "#!/bin/sh --", "#!/usr/bin/env -S sh"})
    void aShellInTheFirstLineLeavesTheFileCommandByCommand(String first) {
        assertThat(parse(first + "\nid\nwho\n").tasks()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"#!/usr/bin/perl -w", "#!/usr/bin/awk -f", "#!/bin/zsh", "#!/bin/bash -l", "#!/usr/bin/env ruby"
            })
    void anyOtherInterpreterTakesItAsAWhole(String first) {
        assertThat(parse(first + "\nid\nwho\n").tasks()).hasSize(1);
    }

    @Test
    void controlCharactersWithinACommandOfSeveralLinesHaveTheirPlace() {
        assertThatThrownBy(() -> parse("cat <<E\na\fb\nE\n"))
                .hasMessageContaining("tasks.txt:2:2: error: control character U+000C");
    }

    @Test
    void aCommandHasAMebibyteAtMost() {
        String big = "echo '" + "x".repeat(Task.LONGEST) + "'\n";
        assertThatThrownBy(() -> parse("id\n" + big))
                .hasMessageContaining("tasks.txt:2:1: error: a command has at most");
        assertThat(parse("id\n" + "cat <<E\n" + "x\n".repeat(Task.LONGEST / 2 - 100) + "E\n")
                        .tasks())
                .hasSize(2);
    }
}
