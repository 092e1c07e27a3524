package org.labcast.agent.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.labcast.correction.FailedCommand;
import org.labcast.correction.Machine;
import org.labcast.correction.MachineFacts;
import org.labcast.correction.NameKind;
import org.labcast.correction.PathKind;
import org.labcast.correction.effect.CustomEffect;
import org.labcast.correction.effect.Effect;
import org.labcast.model.result.Correction;
import org.labcast.model.result.Risk;

final class EffectReaderTest {
    /** An effect row whose first line is line 1; each test changes or adds a line. */
    private static final String GOOD = """
            - tool: labctl
              verb: 'queue list/show'
              effect: looks
              options: '-v -n:number --json'
              operands: 'name*'
              examples:
                - command: 'labctl queue show a'
                  effect: looks
                - {command: 'labctl queue purge a', effect: unknown}
            """;

    /** A machine of the lab, where labctl is installed. */
    private static final MachineFacts MACHINE = new MachineFacts() {
        @Override
        public Set<String> names(NameKind kind) {
            return kind == NameKind.EXECUTABLES ? Set.of("labctl", "ls", "cat", "sudo") : Set.of();
        }

        @Override
        public PathKind path(String path) {
            return PathKind.ABSENT;
        }

        @Override
        public Set<String> entries(String directory) {
            return Set.of();
        }

        @Override
        public Machine machine() {
            return new Machine("debian", "apt-get", "labadmin", true);
        }

        @Override
        public Optional<String> answer(String query) {
            return Optional.empty();
        }
    };

    @TempDir
    Path folder;

    @BeforeEach
    void onlyTheOwnerMayWrite() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private RuleFile read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        return RuleFile.read(file);
    }

    private List<String> faults(String text) throws IOException {
        return read(text).faults().stream()
                .map(fault -> fault.toString().substring((folder + "/a.yaml:").length()))
                .toList();
    }

    private String check() {
        StringWriter text = new StringWriter();
        RuleCheck.of(folder).print(new PrintWriter(text, true));
        return text.toString().replace(folder + "/", "");
    }

    private List<Correction> corrections(String command, String output) {
        RuleSet rules = new RuleFolder(folder).get();
        assertThat(rules.faults()).isEmpty();
        return rules.corrector().suggest(new FailedCommand(command, 1, "", output), MACHINE);
    }

    @Test
    void aRowIsReadBesideRules() throws IOException {
        RuleFile file = read(GOOD + """
                - {name: one, why: w., command: old, replace: new, examples: [{command: old, becomes: new}]}
                """);
        assertThat(file.faults()).isEmpty();
        assertThat(file.rules()).extracting(LabRule::name).containsExactly("one");
        assertThat(file.effects())
                .extracting(LabEffect::effect)
                .containsExactly(
                        new CustomEffect("labctl", "queue list/show", Effect.LOOKS, "-v -n:number --json", "name*"));
        assertThat(check()).isEqualTo("1 rule and 1 effect row in 1 file, 3 examples tried: all well.\n");
    }

    @Test
    void optionsMayBeAListAndMostKeysMayBeMissing() throws IOException {
        assertThat(read("""
                        - {tool: labctl, effect: additive, options: ['-v', '--to=path'], examples: [{command: labctl, effect: additive}]}
                        """).effects())
                .extracting(LabEffect::effect)
                .containsExactly(new CustomEffect("labctl", "", Effect.ADDITIVE, "-v --to=path", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            tool: labctl            | tool: /opt/labctl       | 1:9: 'tool' is the name of a program without its folder
            tool: labctl            | tool: sudo              | 1:9: 'sudo' runs other programs or code
            tool: labctl            | tool: python3.12        | 1:9: 'python3.12' runs other programs or code
            tool: labctl            | tool: ssh               | 1:9: 'ssh' runs other programs or code
            tool: labctl            | tool: git               | 1:9: 'git' is in the shipped tables
            tool: labctl            | tool: zpool             | 1:9: 'zpool'
            tool: labctl            | tool: mkfs.lab          | 1:9: 'mkfs.lab' can destroy or stop something
            tool: labctl            | tool: [a]               | 1:9: 'tool' is text
            verb: 'queue list/show' | verb: '-q'              | 2:9: '-q' is no verb
            effect: looks           | effect: harmless        | 3:11: 'effect' is one of additive, changes, destroys, looks, repeatable.
            effect: looks           | effect: unknown         | 3:11: 'effect' is one of additive, changes, destroys, looks, repeatable.
            options: '-v -n:number --json' | options: '-v json'   | 4:12: 'json' is no option
            options: '-v -n:number --json' | options: ['-v', '*'] | 4:19: '*' stands for any option
            options: '-v -n:number --json' | options: '-n:colour' | 4:12: '-n:colour' is no option
            operands: 'name*'       | operands: 'file*'       | 5:13: 'operands' are kinds in their order
            operands: 'name*'       | operands: 'name* path'  | 5:13: 'operands' are kinds in their order
            operands: 'name*'       | risk: safe              | 5:3: 'risk' is no key of an effect row; there are tool, verb, effect,
              effect: looks         |   efect: looks          | 3:3: 'efect' is no key
            - command: 'labctl queue show a' | - becomes: 'x' | 7:7: 'becomes' is no key of an example; there are command, effect.
            """)
    void namesThePlaceOfEachMistake(String line, String wrong, String fault) throws IOException {
        assertThat(GOOD).contains(line);
        assertThat(faults(GOOD.replaceFirst(
                        java.util.regex.Pattern.quote(line), java.util.regex.Matcher.quoteReplacement(wrong))))
                .isNotEmpty()
                .first()
                .asString()
                .startsWith(fault);
    }

    @Test
    void examplesMustBeThereAndHold() throws IOException {
        assertThat(faults("- {tool: labctl, effect: looks}\n"))
                .containsExactly("1:3: 'examples' is missing; an effect row needs it.");
        assertThat(faults("- {tool: labctl, effect: looks, examples: []}\n"))
                .containsExactly("1:43: 'examples' is a list of calls with their effect; add one.");
        read(GOOD.replace("purge a', effect: unknown", "purge a', effect: looks")
                .replace("show a'\n      effect: looks", "show a; reboot'\n      effect: looks"));
        assertThat(check()).isEqualTo("""
                        a.yaml:8:15: 'labctl queue show a; reboot' is not one command.
                        a.yaml:9:49: 'labctl queue purge a': expected looks, got unknown; no row allows it.
                        0 rules and 1 effect row in 1 file, 2 examples tried: 2 faults.
                        """);
    }

    @Test
    void aSlipInTheVerbOfTheLabsOwnToolRunsUnattended() throws IOException {
        String said = "labctl: 'quuee' is no command\n";
        assertThat(corrections("labctl quuee show a", said)).isEmpty();
        read(GOOD);
        assertThat(corrections("labctl quuee show a", said)).singleElement().satisfies(it -> {
            assertThat(it.command()).isEqualTo("labctl queue show a");
            assertThat(it.risk()).isEqualTo(Risk.SAFE);
            assertThat(it.effect()).isEqualTo("looks");
        });
    }

    @Test
    void whatTheRowDoesNotSayStaysShown() throws IOException {
        read(GOOD);
        assertThat(corrections("labctl quuee show a --force", "labctl: 'quuee' is no command\n"))
                .allSatisfy(it -> assertThat(it.risk()).isEqualTo(Risk.RISKY));
        assertThat(corrections("labctl quuee purge a", "labctl: 'quuee' is no command\n"))
                .allSatisfy(it -> assertThat(it.risk()).isEqualTo(Risk.RISKY));
    }

    @Test
    void aRowNeverBringsRootsRights() throws IOException {
        read(GOOD.replace("effect: looks\n  options", "effect: additive\n  options"));
        assertThat(corrections("labctl queue show a", "labctl: /var/lib/lab: Permission denied\n"))
                .allSatisfy(it -> assertThat(it.risk()).isEqualTo(Risk.RISKY));
    }

    @Test
    void aRowMakesAShippedToolStricterOnly() throws IOException {
        String said = "ls: unrecognized option '--recursiv'\n";
        assertThat(corrections("ls --recursiv /etc", said))
                .first()
                .satisfies(it -> assertThat(it.risk()).isEqualTo(Risk.SAFE));
        read("""
                - {tool: ls, effect: changes, options: '*', operands: 'path*', examples: [{command: 'ls /x', effect: changes}]}
                """);
        assertThat(corrections("ls --recursiv /etc", said))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.risk()).isEqualTo(Risk.RISKY));
    }

    @Test
    void aFileWithAFaultBringsNoRows() throws IOException {
        read(GOOD + "- {tool: sudo, effect: looks, examples: [{command: sudo, effect: looks}]}\n");
        RuleSet rules = new RuleFolder(folder).get();
        assertThat(rules.effects()).isEmpty();
        assertThat(rules.faults()).singleElement().asString().contains("a.yaml:10:10: 'sudo' runs other programs");
    }

    @Test
    void rowsCountAmongTheRules() throws IOException {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i <= RuleFiles.MOST_RULES; i++) {
            many.append("- {tool: t%d, effect: looks, examples: [{command: t%d, effect: looks}]}\n".formatted(i, i));
        }
        read(many.toString());
        assertThat(new RuleFolder(folder).get().faults())
                .singleElement()
                .asString()
                .contains("more than 1000 rules and effect rows");
    }
}
