package org.labcast.agent.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.labcast.correction.shell.ParsedLine;
import org.labcast.correction.shell.Word;
import org.labcast.text.Printable;

final class ReplacementTemplateTest {
    private static ReplacementTemplate template(String text) {
        RuleFaults faults = new RuleFaults(Path.of("f"));
        Optional<ReplacementTemplate> template = ReplacementTemplate.read(
                new YamlItem.Text(Place.START, text, false),
                Pattern.compile("x"),
                Optional.of(Pattern.compile("(?P<word>.*)")),
                faults);
        assertThat(faults.all()).isEmpty();
        return template.orElseThrow();
    }

    private static Optional<String> filled(String template, String said) {
        MatchedGroups output = new MatchedGroups(List.of(said, said), Map.of("word", 1));
        return template(template).fill(new MatchedGroups(List.of("x"), Map.of()), output);
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> pieces = Arbitraries.of(
                "$(reboot)",
                "`reboot`",
                "'",
                "\"",
                "\\",
                ";",
                "&&",
                "|",
                "\n",
                "\r",
                "\0",
                "$HOME",
                "${x}",
                "~",
                "*",
                "{a,b}",
                "#",
                "!",
                "=",
                "-",
                "--",
                " ",
                "\t",
                "<(",
                ">",
                "\u00e9",
                "\ud83d\ude00",
                "\ud800",
                "\u001b[2J",
                "$'",
                "a",
                "rm");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(8).map(list -> String.join("", list)),
                Arbitraries.strings().ofMaxLength(20));
    }

    @Property
    void whatTheOutputSaysBecomesExactlyOneWordWithThatValue(@ForAll("hostile") String said) {
        Optional<String> filled = filled("get {output.word} --as={output.1} last", said);
        boolean plain =
                !said.isEmpty() && !said.startsWith("-") && Printable.of(said).equals(said);
        assertThat(filled.isPresent()).isEqualTo(plain);
        filled.ifPresent(command -> {
            ParsedLine line = ParsedLine.read(command);
            assertThat(line.readable()).isTrue();
            assertThat(line.commands()).hasSize(1);
            List<Word> words = line.commands().get(0).words();
            assertThat(words).extracting(Word::value).containsExactly("get", said, "--as=" + said, "last");
            assertThat(line.commands().get(0).redirections()).isEmpty();
        });
    }

    @Test
    void aShellAgrees() throws Exception {
        String said = "a'b\"c $(echo no) `echo no` \\ ; echo no # * ~ !{x,y}\u00e9";
        for (String shell : List.of("sh", "bash")) {
            Process process = new ProcessBuilder(
                            shell,
                            "-c",
                            filled("printf %s/ {output.word} end", said).orElseThrow())
                    .redirectErrorStream(true)
                    .start();
            assertThat(process.inputReader(java.nio.charset.StandardCharsets.UTF_8)
                            .readLine())
                    .isEqualTo(said + "/end/");
        }
    }

    @Test
    void aDashBehindOtherTextIsNoOption() {
        assertThat(filled("get --{output.1}", "-x")).contains("get ---x");
        assertThat(filled("get {output.1}", "-x")).isEmpty();
        assertThat(filled("get ''{output.1}", "-x")).isEmpty();
        assertThat(filled("get {command.0}{output.1}", "-x")).isEmpty();
    }
}
