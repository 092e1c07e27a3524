package org.labcast.correction.rule.system;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labcast.correction.RuleTest;

final class BashismTest extends RuleTest {
    BashismTest() {
        super(new Bashism());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh: 1: ", "/usr/bin/sh: 1: ", "/bin/sh: 12: ", "dash: 1: ", "ash: ", "/bin/sh: "})
    void theSameTextUnderBash(String shell) {
        safely("[[ -f x ]] && ls", 127, shell + "[[: not found\n", "bash -c '[[ -f x ]] && ls'");
    }

    @Test
    void whatTheShellCannotReadItHasNotBegun() {
        safely("diff <(ls a) <(ls b)", 2, "sh: 1: Syntax error: \"(\" unexpected\n", "bash -c 'diff <(ls a) <(ls b)'");
        safely("cat <<< hello", 2, "/usr/bin/sh: 1: Syntax error: redirection unexpected\n", "bash -c 'cat <<< hello'");
        safely(
                "set -o pipefail; ls | wc -l",
                2,
                "sh: 1: set: Illegal option -o pipefail\n",
                "bash -c 'set -o pipefail; ls | wc -l'");
        safely("echo ${HOME^^}", 2, "/usr/bin/sh: 1: Bad substitution\n", "bash -c 'echo ${HOME^^}'");
    }

    @Test
    void whatChangesTheShellIsOnlyShown() {
        riskily("a=(1 2); echo $a", 2, "sh: 1: Syntax error: \"(\" unexpected\n", "bash -c 'a=(1 2); echo $a'");
        riskily("pushd /tmp", 127, "sh: 1: pushd: not found\n", "bash -c 'pushd /tmp'");
    }

    @Test
    void whatMayHaveRunIsOnlyShown() {
        riskily("[[ -f x ]]; date >> log", 127, "sh: 1: [[: not found\n", "bash -c '[[ -f x ]]; date >> log'");
        riskily(
                "touch a\ncat <<< hello",
                2,
                "sh: 2: Syntax error: redirection unexpected\n",
                "bash -c 'touch a\ncat <<< hello'");
    }

    @Test
    void sourceIsADot() {
        machine.file("env.sh");
        safely("source ./env && ls", 127, "sh: 1: source: not found\n", ". ./env && ls");
        safely("source env.sh", 127, "/usr/bin/sh: 1: source: not found\n", ". ./env.sh");
        notAtAll("source elsewhere", 127, "sh: 1: source: not found\n");
    }

    @Test
    void theScript() {
        riskily("sh install.sh -y", 2, "install.sh: 3: [[: not found\n", "bash install.sh -y");
        riskily("sudo sh x.sh", 2, "x.sh: 12: Syntax error: \"(\" unexpected\n", "sudo bash x.sh");
        notAtAll("bash x.sh", 127, "x.sh: line 3: foo: command not found\n");
    }

    @Test
    void bashItself() {
        notAtAll("bash -c '[[ x'", 2, "bash: -c: line 1: syntax error near unexpected token `newline'\n");
    }
}
