package org.labcast.correction.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.labcast.correction.shell.ParsedLine;

final class CustomEffectTest {
    private static final EffectTables TABLES = EffectTables.shipped()
            .with(List.of(
                    new CustomEffect("labctl", "", Effect.LOOKS, "-v --ns=", "text*"),
                    new CustomEffect("labctl", "queue list/show", Effect.LOOKS, "--json", "name*"),
                    new CustomEffect("labctl", "queue", Effect.CHANGES, "*", "text*"),
                    new CustomEffect("labctl", "drop", Effect.DESTROYS, "", "name"),
                    new CustomEffect("labctl", "export", Effect.LOOKS, "-a", "name"),
                    new CustomEffect("labctl", "export", Effect.ADDITIVE, "-a -o:path", "name"),
                    new CustomEffect("ls", "", Effect.DESTROYS, "-Z", "path*"),
                    new CustomEffect("apt-get", "install", Effect.CHANGES, "*", "text*"),
                    new CustomEffect("apt-get", "", Effect.CHANGES, "*", "text*")));

    private static Effect effect(String command) {
        return TABLES.read(ParsedLine.read(command).commands().get(0)).effect();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            labctl -v nodes           | LOOKS
            labctl queue show a       | LOOKS
            labctl queue list --json  | LOOKS
            labctl queue list --force | UNKNOWN
            labctl queue purge        | CHANGES
            labctl drop node7         | DESTROYS
            labctl --ns x drop node7  | UNKNOWN
            labctl --ns drop node7    | LOOKS
            labctl drop --all         | UNKNOWN
            labctl export a           | ADDITIVE
            labctl export -o f a      | ADDITIVE
            /opt/lab/labctl nodes     | UNKNOWN
            """)
    void aToolOfTheLabIsReadByItsRows(String command, Effect effect) {
        assertThat(effect(command)).isEqualTo(effect);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ls -l /etc               | LOOKS
            ls -Z /etc               | DESTROYS
            apt-get install tree     | CHANGES
            apt-get update           | CHANGES
            apt-get remove tree      | DESTROYS
            apt-get --frobnicate     | UNKNOWN
            git status               | LOOKS
            """)
    void aShippedToolOnlyEverDoesMore(String command, Effect effect) {
        assertThat(effect(command)).isEqualTo(effect);
    }

    @Test
    void theShippedTablesThemselvesStayAsTheyAre() {
        assertThat(EffectTables.shipped().knows("labctl")).isFalse();
        assertThat(EffectTables.shipped()
                        .read(ParsedLine.read("apt-get update").commands().get(0))
                        .effect())
                .isEqualTo(Effect.REPEATABLE);
    }

    @Test
    void verbsAndOptionsAreOfBothKindsOfRows() {
        assertThat(TABLES.tools()).contains("labctl", "git");
        assertThat(TABLES.verbs("labctl", 0)).containsExactly("drop", "export", "queue");
        assertThat(TABLES.verbsAfter("labctl", List.of("queue"))).containsExactly("list", "show");
        assertThat(TABLES.longOptions("labctl")).containsExactly("--json", "--ns");
        assertThat(TABLES.verbs("apt-get", 0)).contains("update");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sudo",
                "env",
                "xargs",
                "ssh",
                "bash",
                "python3",
                "python3.11",
                "perl5.36",
                "lua-5.4",
                "ksh93",
                "busybox",
                "systemd-run",
                "find",
                "ld-linux-x86-64.so.2",
                "qemu-arm-static",
                "make",
                "vim",
                "psql",
                "timeout",
                "docker",
                "eval",
            })
    void noRowCanSayWhatARunnerOfOtherProgramsDoes(String tool) {
        assertThat(CustomEffect.objectionToTool(tool, Effect.DESTROYS))
                .get()
                .asString()
                .contains("runs other programs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rm", "git", "apt-get", "systemctl", "dd", "chmod"})
    void aShippedToolCannotBecomeMoreHarmless(String tool) {
        for (Effect effect : List.of(Effect.LOOKS, Effect.REPEATABLE, Effect.ADDITIVE)) {
            assertThat(CustomEffect.objectionToTool(tool, effect))
                    .as(effect.name())
                    .isPresent();
        }
        assertThat(CustomEffect.objectionToTool(tool, Effect.CHANGES)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "/usr/bin/labctl", "-x", "lab|ctl", "lab$ctl", "../labctl", "läbctl"})
    void aToolIsAPlainName(String tool) {
        assertThat(CustomEffect.objectionToTool(tool, Effect.LOOKS)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-v",
                "-abc",
                "-n:",
                "-n:number",
                "-abn:",
                "-v!",
                "-n:path!",
                "-I?",
                "--json",
                "--lines=",
                "--file=path",
                "--color[=]",
                "--list!",
                "~name",
                "~name:",
                "~size:number",
                "-#",
            })
    void optionsAreWrittenAsInTheTables(String option) {
        assertThat(CustomEffect.objectionToOption(option, Effect.LOOKS)).isEmpty();
        // What is accepted can be read.
        assertThat(new CustomEffect("labctl", "", Effect.LOOKS, option, "")
                        .row()
                        .options())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"v", "--", "-", "-n:colour", "--x=sed", "--a|b", "-ab:number", "--x==", "-é", "*", "-n::", "~"})
    void otherOptionsAreRefused(String option) {
        assertThat(CustomEffect.objectionToOption(option, Effect.REPEATABLE)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "path", "path*", "name path+", "name path?", "name? path?", "unit user? host*"})
    void operandsAreKindsInTheirOrder(String operands) {
        assertThat(CustomEffect.objectionToOperands(operands)).isEmpty();
        assertThat(new CustomEffect("labctl", "", Effect.LOOKS, "", operands)
                        .row()
                        .operands()
                        .kinds())
                .hasSize(operands.isEmpty() ? 0 : operands.split(" ").length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "path* name", "path? name", "PATH", "awk", "path|name", "*"})
    void otherOperandsAreRefused(String operands) {
        assertThat(CustomEffect.objectionToOperands(operands)).isPresent();
    }

    @Test
    void verbsAreWords() {
        assertThat(CustomEffect.objectionToVerb("list/show")).isEmpty();
        assertThat(CustomEffect.objectionToVerb("-x")).isPresent();
        assertThat(CustomEffect.objectionToVerb("a/")).isPresent();
        assertThat(CustomEffect.objectionToVerb("a|b")).isPresent();
    }
}
