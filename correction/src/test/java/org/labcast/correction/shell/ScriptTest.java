package org.labcast.correction.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class ScriptTest {
    @Property
    void readingAndPrintingGivesTheSameText(@ForAll("lines") String line) {
        assertThat(Script.read(line).print()).isEqualTo(line);
    }

    @Property
    void everyWordIsWhereItSays(@ForAll("lines") String line) {
        for (SimpleCommand command : Script.read(line).commands()) {
            for (Word word : command.words()) {
                assertThat(line.substring(word.start(), word.end())).isEqualTo(word.text());
            }
        }
    }

    @Property
    void aQuotedWordMeansWhatItQuotes(@ForAll String value) {
        String line = "echo " + Quoting.word(value) + " end";
        if (value.isEmpty()) {
            return;
        }
        Script script = Script.read(line);
        assertThat(script.commands().get(0).words()).extracting(Word::value).containsExactly("echo", value, "end");
    }

    @Provide
    Arbitrary<String> lines() {
        Arbitrary<String> pieces = Arbitraries.of(
                " ", "  ", "\t", "\n", "\\", "'", "\"", "$", "$(", ")", "(", "`", "${", "}", "&&", "||", ";", "|", "&",
                ">", ">>", "2>&1", "<", "<<", "<<<", "&>", ">(", "#", "a", "ls", "-l", "sudo", "env", "A=1", "if",
                "then", "fi", "for", "do", "done", "case", "{", "é", "\r");
        return pieces.list().ofMaxSize(25).map(parts -> String.join("", parts));
    }

    @Test
    void commandsAreFoundInTheirList() {
        Script script =
                Script.read("cd '/a b' && sudo -u bob env X=1 ls -l \"$HOME\" 2>/dev/null | grep -c x >> out; (true)");
        assertThat(script.commands()).extracting(SimpleCommand::tool).containsExactly("cd", "ls", "grep", "true");
        assertThat(script.commands()).extracting(SimpleCommand::joint).containsExactly("", "&&", "|", "(");
        assertThat(script.commands().get(1).privileged()).isTrue();
        assertThat(script.commands().get(1).args()).extracting(Word::value).containsExactly("-l", "$HOME");
        assertThat(script.commands().get(2).redirections())
                .extracting(Redirection::operator)
                .containsExactly(">>");
    }

    @Test
    void onlyTheStretchNamedIsReplaced() {
        Script script = Script.read("A='x  y'  gti   \"co mmit\"  # note");
        Word name = script.commands().get(0).nameWord();
        assertThat(script.edited(Edit.replace(name, "git"))).isEqualTo("A='x  y'  git   \"co mmit\"  # note");
    }

    @Test
    void whatIsNotUnderstoodIsSaidSo() {
        for (String line : List.of(
                "echo 'a", "cat <<EOF\nrm x\nEOF", "case a in a) ls;; esac", "f() { ls; }", "echo $(ls", "ls >")) {
            assertThat(Script.read(line).readable()).as(line).isFalse();
            assertThat(Script.read(line).commands()).as(line).isEmpty();
        }
    }

    @Test
    void loopsAndConditionsAreKnownAsSuch() {
        Script script = Script.read("for f in a b; do gerp x $f; done");
        assertThat(script.structured()).isTrue();
        assertThat(script.commands()).extracting(SimpleCommand::tool).containsExactly("gerp");
    }
}
