package org.labcast.correction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.labcast.correction.ShellError.Kind;

final class ShellErrorTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "bash: line 3: foo: command not found",
                "-bash: foo: command not found",
                "bash: foo: command not found",
                "/usr/bin/sh: 1: foo: not found",
                "sh: 12: foo: not found",
                "ash: foo: not found",
                "/bin/sh: foo: not found",
                "zsh:1: command not found: foo",
                "zsh: command not found: foo",
                "ksh: foo: not found",
                "bash: Zeile 1: foo: Kommando nicht gefunden.",
                "bash: Zeile 1: foo: Befehl nicht gefunden.",
                "bash: ligne 1: foo : commande introuvable",
                "bash: ligne 1 : foo : commande introuvable",
                "bash: l\u00ednea 1: foo: orden no encontrada",
                "bash: riga 1: foo: comando non trovato",
                "bash: linha 1: foo: comando n\u00e3o encontrado",
                "bash: \u0441\u0442\u0440\u043e\u043a\u0430 1: foo: \u043a\u043e\u043c\u0430\u043d\u0434\u0430 \u043d\u0435 \u043d\u0430\u0439\u0434\u0435\u043d\u0430"
            })
    void everyShellAndLanguage(String line) {
        assertThat(ShellError.of(line)).hasValueSatisfying(error -> {
            assertThat(error.subject()).isEqualTo("foo");
            assertThat(error.kind()).isEqualTo(Kind.COMMAND_NOT_FOUND);
            assertThat(error.byShell()).isTrue();
        });
        assertThat(ShellError.saysNotFound(line, "foo")).isTrue();
        assertThat(ShellError.saysNotFound(line, "oo")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/usr/bin/sh: 1: cannot create /etc/x: Permission denied",
                "sh: 2: eval: cannot create /etc/x: Permission denied",
                "sh: can't create /etc/x: Permission denied",
                "bash: line 1: /etc/x: Permission denied",
                "zsh: permission denied: /etc/x",
                "bash: Zeile 1: /etc/x: Keine Berechtigung",
                "bash: ligne 1: /etc/x: Permission non accord\u00e9e",
                "sh: 1: cannot create /etc/x: Permiso denegado"
            })
    void whatMayNotBeOpened(String line) {
        assertThat(ShellError.of(line)).hasValueSatisfying(error -> {
            assertThat(error.subject()).isEqualTo("/etc/x");
            assertThat(error.kind()).isEqualTo(Kind.PERMISSION_DENIED);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sh: 3: cannot create a/b: Directory nonexistent | a/b",
                "bash: a/b: Datei oder Verzeichnis nicht gefunden | a/b",
                "bash: line 1: cd: a b: No such file or directory | cd: a b",
                "sh: 1: cannot open f: No such file | f",
                "zsh:2: no such file or directory: a/b | a/b"
            })
    void whatIsNotThere(String line, String subject) {
        assertThat(ShellError.of(line)).hasValueSatisfying(error -> {
            assertThat(error.subject()).isEqualTo(subject);
            assertThat(error.kind()).isEqualTo(Kind.NO_SUCH_FILE);
        });
    }

    @Test
    void syntaxAndOptions() {
        assertThat(ShellError.of("sh: 7: Syntax error: \"(\" unexpected"))
                .hasValueSatisfying(error -> assertThat(error.line()).isEqualTo(7));
        assertThat(ShellError.of("sh: 1: Bad substitution").map(ShellError::kind))
                .contains(Kind.BAD_SUBSTITUTION);
        assertThat(ShellError.of("/bin/dash: 1: set: Illegal option -o pipefail")
                        .map(ShellError::kind))
                .contains(Kind.ILLEGAL_OPTION);
        assertThat(ShellError.of("bash: -c: line 1: unexpected EOF while looking for matching `\"'")
                        .map(ShellError::kind))
                .contains(Kind.SYNTAX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ls: cannot access 'x': No such file or directory",
                "E: Unable to locate package x",
                "https://x: y"
            })
    void othersSpeak(String line) {
        assertThat(ShellError.of(line)).isEmpty();
    }

    @Test
    void aScriptIsNoShell() {
        assertThat(ShellError.of("install.sh: 3: [[: not found")).hasValueSatisfying(error -> {
            assertThat(error.byShell()).isFalse();
            assertThat(error.subject()).isEqualTo("[[");
        });
    }
}
