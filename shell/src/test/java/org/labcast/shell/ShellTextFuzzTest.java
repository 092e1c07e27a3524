package org.labcast.shell;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.labcast.fuzz.ReaderFuzz;

/** Texts that only resemble a script are cut or refused. */
class ShellTextFuzzTest {
    private static final List<String> SCRIPTS = List.of(
            "date\nwho | wc -l # kept\n",
            "if test -f \"$HOME/a b\"; then echo 'x'; elif false; then :; else cat <<'END'; fi\n$x `y`\nEND\nls\n",
            "for f in *.txt ${list:-a}; do case \"$f\" in (a|b) echo $((1 + 2));; *) continue;; esac; done > out 2>&1 &\n",
            "f() { local x=$(printf '%s' \"$(id -u)\"); while read -r line; do echo \"${line%%*}\"; done <<-E\n\tone\n\tE\n}\nf || exit 3\n",
            "a=1 b=\"2\" cmd --opt=\\\n  value && ( cd /tmp; ! ls ) ; { echo `echo \\`id\\``; }\n");

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void cutsOrRefuses(Dialect dialect) {
        ReaderFuzz.of("shell text as " + dialect)
                .texts(SCRIPTS)
                .words(
                        "if ",
                        "then ",
                        "fi",
                        "case x in ",
                        "esac",
                        ";;",
                        "<<E",
                        "<<-'E F'",
                        "<<<",
                        "$((",
                        "))",
                        "[[ ",
                        " ]]",
                        "function f ",
                        "select ",
                        "coproc ",
                        "do ",
                        "done",
                        "\\\n",
                        "$'",
                        "<(",
                        "((",
                        "&>",
                        "${x[",
                        "time ",
                        "! ",
                        "a=(",
                        "#")
                .refusesBy(ShellSyntaxException.class)
                .read(input -> ShellText.commands(new String(input, java.nio.charset.StandardCharsets.UTF_8), dialect));
    }
}
