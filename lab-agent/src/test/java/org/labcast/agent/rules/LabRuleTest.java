package org.labcast.agent.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.labcast.correction.Corrector;
import org.labcast.correction.FailedCommand;
import org.labcast.correction.Machine;
import org.labcast.correction.MachineFacts;
import org.labcast.model.result.Correction;
import org.labcast.model.result.Risk;

final class LabRuleTest {
    private static final MachineFacts DEBIAN = new ExampleMachine(new Machine("debian", "apt-get", "", false));

    private final Map<String, String> keys =
            new LinkedHashMap<>(Map.of("name", "test", "why", "Because.", "command", "old", "replace", "new"));

    private LabRuleTest with(String key, String value) {
        keys.put(key, value);
        return this;
    }

    private LabRule rule() {
        Map<String, YamlItem.Entry> entries = new LinkedHashMap<>();
        keys.forEach((key, value) ->
                entries.put(key, new YamlItem.Entry(Place.START, new YamlItem.Text(Place.START, value, true))));
        YamlItem.Text some = new YamlItem.Text(Place.START, "x", false);
        YamlItem.Entry entry = new YamlItem.Entry(Place.START, some);
        YamlItem example = new YamlItem.Table(Place.START, Map.of("command", entry, "becomes", entry));
        entries.put("examples", new YamlItem.Entry(Place.START, new YamlItem.Series(Place.START, List.of(example))));
        RuleFaults faults = new RuleFaults(Path.of("f"));
        List<LabRule> rules = RuleReader.read(
                new YamlItem.Series(Place.START, List.of(new YamlItem.Table(Place.START, entries))), faults);
        assertThat(faults.all()).isEmpty();
        return rules.get(0);
    }

    private List<Correction> corrections(String command, String output) {
        List<String> crashed = new ArrayList<>();
        List<Correction> corrections = new Corrector(
                        List.of(), List.of(rule()), (name, on, e) -> crashed.add(e.toString()))
                .suggest(new FailedCommand(command, 2, "", output), DEBIAN);
        assertThat(crashed).isEmpty();
        return corrections;
    }

    private List<String> made(String command) {
        return made(command, "");
    }

    private List<String> made(String command, String output) {
        return corrections(command, output).stream().map(Correction::command).toList();
    }

    @Test
    void onlyTheMatchedWordsOfTheCommandChange() {
        assertThat(made("cd /x; sudo -u ann A=1 old  'a b' \"$c\" > 'out file' 2>&1 | wc"))
                .containsExactly("cd /x; sudo -u ann A=1 new  'a b' \"$c\" > 'out file' 2>&1 | wc");
        assertThat(made("A=1 old")).containsExactly("A=1 new");
        assertThat(made("old && old")).containsExactly("new && old", "old && new");
    }

    @Test
    void thePatternBeginsWithTheNameAndEndsWithAWord() {
        assertThat(made("older")).isEmpty();
        assertThat(made("echo old")).isEmpty();
        assertThat(made("echo 'x; old'")).isEmpty();
        assertThat(made("/bin/old")).isEmpty();
        with("command", "(?:\\S*/)?old");
        assertThat(made("/bin/old x")).containsExactly("new x");
        assertThat(made("older")).isEmpty();
        for (String pattern :
                new String[] {"o?ld", "ol*d", "ol+d", "ol{1,2}d", "(?:)old", "new|old", "[o]ld", "(?i)OLD", "old\\b"}) {
            with("command", pattern);
            assertThat(made("old x")).as(pattern).containsExactly("new x");
        }
        with("command", "old|older");
        assertThat(made("older x")).containsExactly("new x");
    }

    @Test
    void aPatternSeesTheWordsWithOneBlankBetween() {
        with("command", "old (\\S+) -x").with("replace", "new -y {command.1}");
        assertThat(made("old \\\n   f\t -x z")).containsExactly("new -y f z");
        assertThat(made("old >log f -x")).isEmpty();
    }

    @Test
    void groupsOfTheCommandKeepTheirQuotes() {
        with("command", "old (.*)").with("replace", "new --all {command.1}");
        assertThat(made("old 'a  b' \"$c\" > x")).containsExactly("new --all 'a  b' \"$c\" > x");
        with("command", "old (?P<first>\\S+) (\\S+)").with("replace", "new {command.2} {command.first}");
        assertThat(made("old 'a' \"b\"")).containsExactly("new \"b\" 'a'");
    }

    @Test
    void aWordWithQuotesIsTakenWholeOrNotAtAll() {
        with("command", "old (\\S+) (\\S+)").with("replace", "new {command.2} {command.1}");
        assertThat(made("old 'a; reboot' b")).isEmpty();
        with("command", "old '(.*)'").with("replace", "new {command.1}");
        assertThat(made("old 'a; reboot'")).isEmpty();
        with("command", "old --to=(\\S+)").with("replace", "new {command.1}");
        assertThat(made("old --to=x")).containsExactly("new x");
        assertThat(made("old --to=$(x)")).isEmpty();
    }

    @Test
    void exitOutputAndMachineMustFit() {
        with("exit", "2");
        assertThat(made("old")).hasSize(1);
        with("exit", "3");
        assertThat(made("old")).isEmpty();
        with("exit", "2").with("output", "^gone$");
        assertThat(made("old", "first\ngone\n")).hasSize(1);
        assertThat(made("old", "not gone")).isEmpty();
        with("os", "debian").with("packageManager", "apt-get");
        assertThat(made("old", "gone")).hasSize(1);
        with("os", "fedora");
        assertThat(made("old", "gone")).isEmpty();
    }

    @Test
    void anOptionalGroupThatTookNoPartIsNothing() {
        with("command", "old(?: (-v))?").with("replace", "new{command.1} .");
        assertThat(made("old x")).containsExactly("new . x");
    }

    @Test
    void severalCommandsTakeThePlaceOfOneOnlyInASequence() {
        with("replace", "first && {command.0}");
        assertThat(made("cd x && old y; z")).containsExactly("cd x && first && old y; z");
        for (String line : List.of(
                "sudo old", "A=1 old", "x | old", "old | x", "x || old", "(old)", "if old; then x; fi", "old & x")) {
            assertThat(made(line)).as(line).isEmpty();
        }
    }

    @Test
    void theEngineOnlyEverMakesARuleStricter() {
        assertThat(corrections("old", "")).extracting(Correction::risk).containsExactly(Risk.RISKY);
        with("risk", "safe");
        assertThat(corrections("old", "")).extracting(Correction::risk).containsExactly(Risk.SAFE);
        with("replace", "rm -rf");
        assertThat(corrections("old /srv", "")).extracting(Correction::risk).containsExactly(Risk.RISKY);
    }

    @Test
    void whatCannotBeReadIsLeftAlone() {
        assertThat(made("old 'x")).isEmpty();
        assertThat(made("A=1")).isEmpty();
        assertThat(made("")).isEmpty();
    }
}
