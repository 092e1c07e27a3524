package org.labcast.services.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnquotedParameterTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo $1",
                "echo ${1}",
                "echo ${2:-none}",
                "du $@",
                "du \"$1\" $2",
                "echo \"$(cat $1)\"",
                "x=$(cat $1)",
                "( cat $1 )",
                "echo a$1",
                "echo \"a\"$1",
                "echo 'a'$1",
                "if [ $1 = a ]; then echo; fi",
                "cat <<EOF\n$1\nEOF\necho $2",
                "cat >$1",
                "echo a # comment\necho $1",
                "for x in $@; do echo; done"
            })
    void oneThatWouldBeSplitIsFound(String text) {
        assertThat(UnquotedParameter.in(text)).isPresent();
        assertThatThrownBy(() -> new ShellTemplate(text, "p", Signature.read("String a, String b")))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("outside of double quotes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo \"$1\" \"${2}\" \"$@\"",
                "echo '$1'",
                "awk '{print $1}' \"$1\"",
                "x=$1; echo \"$x\"",
                "case $1 in a) echo;; esac",
                "echo $(( $1 + 1 ))",
                "echo $#  $? $$ $! $x $0",
                "printf '%d' ${#1}",
                "echo \\$1",
                "echo \"$(cat \"$1\")\"",
                "cat <<EOF\n$1\nEOF\necho \"$2\"",
                "echo a # not $1",
                "echo \"a $1 b\" | cut -d ' ' -f 1",
                ""
            })
    void whatIsNotSplitIsLeftAlone(String text) {
        assertThat(UnquotedParameter.in(text)).isEmpty();
    }

    @Test
    @Timeout(5)
    void muchOfNothingTakesNoTime() {
        for (String part : new String[] {"$(", "\"", "(", "<<a\n", "$((", "'", "\\"}) {
            assertThat(UnquotedParameter.in(part.repeat(50_000))).isEmpty();
        }
    }
}
