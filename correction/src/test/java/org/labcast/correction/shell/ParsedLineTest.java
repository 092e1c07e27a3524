package org.labcast.correction.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class ParsedLineTest {
    @Property
    void readingAndPrintingGivesTheSameText(@ForAll("lines") String line) {
        assertThat(ParsedLine.read(line).print()).isEqualTo(line);
    }

    @Property
    void everyWordIsWhereItSays(@ForAll("lines") String line) {
        for (SimpleCommand command : ParsedLine.read(line).commands()) {
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
        ParsedLine parsedLine = ParsedLine.read(line);
        assertThat(parsedLine.commands().get(0).words()).extracting(Word::value).containsExactly("echo", value, "end");
    }

    @Provide
    Arbitrary<String> lines() {
        Arbitrary<String> pieces = Arbitraries.of(
                " ", "  ", "\t", "\n", "\\", "'", "\"", "$", "$(", ")", "(", "`", "${", "}", "&&", "||", ";", "|", "&",
                ">", ">>", "2>&1", "<", "<<", "<<<", "&>", ">(", "<<E", "\nE\n", "[[", "]]", "#", "a", "ls", "-l",
                "sudo", "env", "A=1", "if", "then", "fi", "for", "do", "done", "case", "{", "é", "\r");
        return pieces.list().ofMaxSize(25).map(parts -> String.join("", parts));
    }

    @Test
    void commandsAreFoundInTheirList() {
        ParsedLine parsedLine = ParsedLine.read(
                "cd '/a b' && sudo -u bob env X=1 ls -l \"$HOME\" 2>/dev/null | grep -c x >> out; (true)");
        assertThat(parsedLine.commands()).extracting(SimpleCommand::tool).containsExactly("cd", "ls", "grep", "true");
        assertThat(parsedLine.commands()).extracting(SimpleCommand::joint).containsExactly("", "&&", "|", "(");
        assertThat(parsedLine.commands().get(1).privileged()).isTrue();
        assertThat(parsedLine.commands().get(1).args()).extracting(Word::value).containsExactly("-l", "$HOME");
        assertThat(parsedLine.commands().get(2).redirections())
                .extracting(Redirection::operator)
                .containsExactly(">>");
    }

    @Test
    void onlyTheStretchNamedIsReplaced() {
        ParsedLine parsedLine = ParsedLine.read("A='x  y'  gti   \"co mmit\"  # note");
        Word name = parsedLine.commands().get(0).nameWord();
        assertThat(parsedLine.edited(Edit.replace(name, "git"))).isEqualTo("A='x  y'  git   \"co mmit\"  # note");
    }

    @Test
    void whatIsNotUnderstoodIsSaidSo() {
        for (String line :
                List.of("echo 'a", "cat <<EOF\nrm x", "case a in a) ls;; esac", "f() { ls; }", "echo $(ls", "ls >")) {
            assertThat(ParsedLine.read(line).readable()).as(line).isFalse();
            assertThat(ParsedLine.read(line).commands()).as(line).isEmpty();
        }
    }

    @Test
    void commandsInsideSubstitutionsComeBeforeTheirWord() {
        ParsedLine parsedLine =
                ParsedLine.read("a && echo \"x $(b 'y)' | `c`) z\" <(d) $((1 + 2)) > \"$(e)\"; V=$(f) g");
        assertThat(parsedLine.readable()).isTrue();
        assertThat(parsedLine.opaque()).isFalse();
        assertThat(parsedLine.commands())
                .extracting(SimpleCommand::tool)
                .containsExactly("a", "b", "c", "`c`", "d", "e", "echo", "f", "g");
        assertThat(parsedLine.commands().get(1).joint()).isEqualTo(ParsedLine.SUBSTITUTION);
        Word inner = parsedLine.commands().get(1).args().get(0);
        assertThat(parsedLine.text().substring(inner.start(), inner.end())).isEqualTo("'y)'");
    }

    @Test
    void whatCannotBeReadInASubstitutionIsOpaque() {
        for (String line : List.of(
                "echo `a \\`b\\``",
                "echo ${A:-$(b)}",
                "echo $(( $(b) + 1 ))",
                "echo $(f() { ls; })",
                "cat <<E\n`b`\nE")) {
            assertThat(ParsedLine.read(line).readable()).as(line).isTrue();
            assertThat(ParsedLine.read(line).opaque()).as(line).isTrue();
        }
    }

    @Test
    void hereDocumentsAreTextOfTheirRedirection() {
        ParsedLine parsedLine = ParsedLine.read("cat > f <<'E' && ls\nrm x\nE\ncat <<-F <<G\n\t\tF\nrm y\nG\npwd");
        assertThat(parsedLine.readable()).isTrue();
        assertThat(parsedLine.commands()).extracting(SimpleCommand::tool).containsExactly("cat", "ls", "cat", "pwd");
        assertThat(parsedLine.commands().get(0).redirections().get(1).document())
                .isTrue();
    }

    @Test
    void bashConditionsAreOneCommand() {
        ParsedLine parsedLine = ParsedLine.read("[[ -f x && $a =~ (b|c) ]] && ls");
        assertThat(parsedLine.commands()).extracting(SimpleCommand::tool).containsExactly("[[", "ls");
    }

    @Test
    void loopsAndConditionsAreKnownAsSuch() {
        ParsedLine parsedLine = ParsedLine.read("for f in a b; do gerp x $f; done");
        assertThat(parsedLine.structured()).isTrue();
        assertThat(parsedLine.commands()).extracting(SimpleCommand::tool).containsExactly("gerp");
    }
}
