package org.labcast.agent.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RuleFileTest {
    /** A rule whose first line is line 1; each test changes or adds a line. */
    private static final String GOOD = """
            - name: old_name
              why: 'It was renamed.'
              command: 'old (\\S+)'
              output: 'now (?P<new>\\w+)'
              replace: '{output.new} {command.1}'
              examples:
                - command: 'old x'
                  output: 'now fresh'
                  becomes: 'fresh x'
            """.replace("'{output.new} {command.1}'", "'new {output.new} {command.1}'");

    @TempDir
    Path folder;

    private RuleFile read(String text) throws IOException {
        return RuleFile.read(Files.writeString(folder.resolve("a.yaml"), text));
    }

    private List<String> faults(String text) throws IOException {
        return read(text).faults().stream()
                .map(fault -> fault.toString().substring((folder + "/a.yaml:").length()))
                .toList();
    }

    @Test
    void aGoodFileHasRulesAndNoFaults() throws IOException {
        RuleFile file = read(GOOD);
        assertThat(file.faults()).isEmpty();
        assertThat(file.rules()).extracting(LabRule::name).containsExactly("old_name");
    }

    @Test
    void jsonIsReadByTheSameReader() throws IOException {
        String json = """
                [{"name": "j", "why": "w.", "command": "a\\\\b", "exit": [1, 2],
                \t"replace": "b", "risk": "safe", "examples": [{"command": "a", "becomes": "b"}]}]
                """;
        assertThat(read(json).faults()).isEmpty();
        assertThat(faults(json.replace("\"safe\"", "\"save\""))).containsExactly("2:26: 'risk' is one of risky, safe.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name: old_name           | name: Old                   | 1:9: 'name' is small letters, digits
            why: 'It was renamed.'   | why: ''                     | 2:8: 'why' is one sentence
            why: 'It was renamed.'   | why: [a]                    | 2:8: 'why' is text; put it in single quotes.
            why: 'It was renamed.'   | why:                        | 2:7: 'why' is text
            command: 'old (\\S+)'    | command: 'old ('            | 3:12: The pattern is not understood: missing closing )
            command: 'old (\\S+)'    | command: '(?=old)'          | 3:12: The pattern is not understood: invalid or unsupported Perl syntax
            command: 'old (\\S+)'    | command: '(o)\\1'           | 3:12: The pattern is not understood: invalid escape sequence
            command: 'old (\\S+)'    | command: '(a+)+$'           | 3:12: The pattern can read one text in very many ways
            output: 'now (?P<new>\\w+)' | output: '((\\w{999}){999}){999}'  | 4:11: The pattern is too large
            replace: 'new {output.new} {command.1}' | replace: '{output.old}' | 5:12: {output.old} names no group
            replace: 'new {output.new} {command.1}' | replace: 'x {command.2}' | 5:12: {command.2} names no group
            replace: 'new {output.new} {command.1}' | replace: 'x {ouptut.1}' | 5:12: {ouptut.1} names no group
            replace: 'new {output.new} {command.1}' | replace: '{output.new} x' | 5:12: {output.new} stands in a place where
            replace: 'new {output.new} {command.1}' | replace: 'x "{output.new}"' | 5:12: 'replace' is no command line
            replace: 'new {output.new} {command.1}' | replace: 'x $({output.new})' | 5:12:
            replace: 'new {output.new} {command.1}' | replace: 'x `{output.new}`'  | 5:12:
            replace: 'new {output.new} {command.1}' | replace: 'x > {output.new}'  | 5:12: {output.new} stands in a place
            replace: 'new {output.new} {command.1}' | replace: 'A={output.new} x'  | 5:12: {output.new} stands in a place
            replace: 'new {output.new} {command.1}' | replace: 'sh -c {output.new}'  | 5:12: {output.new} stands in a place
            replace: 'new {output.new} {command.1}' | replace: 'sudo -u {output.new} id'  | 5:12: {output.new} stands in a place
            replace: 'new {output.new} {command.1}' | replace: 'sudo {output.new} id'  | 5:12: {output.new} stands in a place
            replace: 'new {output.new} {command.1}' | replace: 'x {command.1} &&' | 5:12: 'replace' ends with its last word
            replace: 'new {output.new} {command.1}' | replace: 'x # {command.1}'  | 5:12: 'replace' ends with its last word
            replace: 'new {output.new} {command.1}' | replace: {command.1}  | 5:12: 'replace' is text; put it in single quotes.
            replace: 'new {output.new} {command.1}' | replace: "a\\nb"   | 5:12: 'replace' is one line
            output: 'now fresh'      | ouput: 'now fresh'          | 8:7: 'ouput' is no key of an example; there are command, exit, output, becomes.
            becomes: 'fresh x'       | becomes: null               | 7:5: 'examples' is a list with at least one that becomes
            becomes: 'fresh x'       | exit: 1                     | 7:7: 'becomes' is missing; an example needs it.
            becomes: 'fresh x'       | becomes: [x]                | 9:16: 'becomes' is text
            name: old_name           | name: &a old_name           | 1:9: Anchors (&) and aliases (*) are not taken
            name: old_name           | name: *a                    | 1:9: Anchors (&) and aliases (*) are not taken
            name: old_name           | name: !!str old_name        | 1:9: Tags (!) are not taken
            name: old_name           | name: 'old_name             | 2:9: This is no YAML:
            """)
    void namesThePlaceOfEachMistake(String line, String wrong, String fault) throws IOException {
        line = line.replace("\\\\", "\\");
        assertThat(GOOD).contains(line);
        assertThat(faults(GOOD.replace(line, wrong.replace("\\\\", "\\"))))
                .hasSize(1)
                .allSatisfy(said -> assertThat(said).startsWith(fault).endsWith("."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exit: 0             | 10:9: "exit" is a number from 1 to 255
            exit: [1, 300]      | 10:13: "exit" is a number from 1 to 255
            risk: harmless      | 10:9: "risk" is one of risky, safe.
            os: [debian, {}]    | 10:16: "os" is text
            os: Debian Linux    | 10:7: "os" is one word or a list of words
            y: x                | 10:3: "y" is no key of a rule; there are name, why, command,
            why: again          | 10:3: "why" is there twice; keep one of them.
            [a]: b              | 10:3: A key is one word.
            """)
    void namesThePlaceOfAMistakeInALineMore(String line, String fault) throws IOException {
        assertThat(faults(GOOD + "  " + line + "\n")).singleElement().asString().startsWith(fault.replace('"', '\''));
    }

    @Test
    void saysAllThatIsWrongAtOnce() throws IOException {
        assertThat(faults("- name: X\n  why: y\n- 7\n"))
                .containsExactly(
                        "1:9: 'name' is small letters, digits and single underscores, such as old_mirror.",
                        "1:3: 'command' is missing; a rule needs it.",
                        "1:3: 'replace' is missing; a rule needs it.",
                        "1:3: 'examples' is missing; a rule needs it.",
                        "3:3: Here stands a rule: a table of name, why, command, exit, output, os, packageManager, replace, risk, examples.");
    }

    @Test
    void saysWhereTheTextItselfIsWrong() throws IOException {
        assertThat(faults("name: x\n"))
                .containsExactly(
                        "1:1: A rule file is a list of rules and effect rows; begin each with '- name: ' or '- tool: '.");
        assertThat(faults(GOOD + "---\n- a\n"))
                .singleElement()
                .asString()
                .startsWith("10:1: A second document begins here");
        assertThat(faults("- name: \u00fc\u0001\n")).singleElement().asString().startsWith("1:10: Control characters");
        Path latin = Files.write(folder.resolve("b.yaml"), "- a\n  \u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(RuleFile.read(latin).faults()).singleElement().asString().contains("b.yaml:2:3: This is not UTF-8");
        assertThat(RuleFile.read(folder.resolve("none.yaml")).faults())
                .singleElement()
                .asString()
                .endsWith("none.yaml:1:1: The file cannot be read: it does not exist.");
        assertThat(faults("# only a comment\n")).isEmpty();
        assertThat(faults("\ufeff" + GOOD)).isEmpty();
    }

    @Test
    @Timeout(20)
    void aHostileFileCostsLittle() throws IOException {
        assertThat(faults("[".repeat(900_000))).singleElement().asString().startsWith("1:12: This is nested more than");
        assertThat(faults("- ".repeat(400_000))).singleElement().asString().contains("This is nested more than");
        assertThat(faults("#".repeat(1_000_001)))
                .containsExactly("1:1: The file is larger than 1000000 bytes; divide it among several.");
        StringBuilder bomb = new StringBuilder("- &a0 x\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("- &a%d [%s]\n".formatted(i, ("*a" + (i - 1) + ",").repeat(20)));
        }
        assertThat(faults(bomb.toString())).singleElement().asString().startsWith("1:3: Anchors");
    }
}
