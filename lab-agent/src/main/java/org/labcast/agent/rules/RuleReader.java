package org.labcast.agent.rules;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.labcast.agent.rules.LabRule.When;
import org.labcast.correction.FailedCommand;
import org.labcast.model.result.Risk;

/** Makes rules of a file's content, and faults of what is wrong in it. */
final class RuleReader {
    private static final List<String> RULE =
            List.of("name", "why", "command", "exit", "output", "os", "packageManager", "replace", "risk", "examples");
    private static final List<String> EXAMPLE = List.of("command", "exit", "output", "becomes");
    private static final Map<String, Risk> RISKS = new TreeMap<>(Map.of("safe", Risk.SAFE, "risky", Risk.RISKY));
    private static final String NAME = "[a-z][a-z0-9]*(?:_[a-z0-9]+)*";
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_WHY = 300;

    private final RuleFaults faults;

    private RuleReader(RuleFaults faults) {
        this.faults = faults;
    }

    /** The rules without a fault; effect rows are passed over. */
    static List<LabRule> read(YamlItem content, RuleFaults faults) {
        if (content instanceof YamlItem.Series rules) {
            RuleReader reader = new RuleReader(faults);
            return rules.items().stream()
                    .filter(item -> !EffectReader.isRow(item))
                    .flatMap(item -> reader.rule(item).stream())
                    .toList();
        }
        faults.add(
                content.place(),
                "A rule file is a list of rules and effect rows; begin each with '- name: ' or '- tool: '.");
        return List.of();
    }

    private Optional<LabRule> rule(YamlItem item) {
        int before = faults.count();
        return Fields.of(item, "a rule", RULE, faults).flatMap(this::rule).filter(complete -> faults.count() == before);
    }

    private Optional<LabRule> rule(Fields fields) {
        Optional<String> name = fields.required("name").filter(this::isName).map(YamlItem.Text::value);
        Optional<String> why = fields.required("why").filter(this::isSentence).map(YamlItem.Text::value);
        Optional<YamlItem.Text> commandText = fields.required("command");
        Optional<Pattern> command = commandText.flatMap(text -> Patterns.command(text, faults));
        Optional<Pattern> output = fields.text("output").flatMap(text -> Patterns.line(text, faults));
        Set<Integer> exits = exits(fields);
        Set<String> os = words(fields, "os");
        Set<String> managers = words(fields, "packageManager");
        Optional<YamlItem.Text> replace = fields.required("replace");
        // Without a good pattern nobody can say which groups there are.
        boolean groupsKnown = command.isPresent()
                && (output.isPresent() || fields.item("output").isEmpty());
        Optional<ReplacementTemplate> template = replace.filter(text -> groupsKnown)
                .flatMap(text -> ReplacementTemplate.read(text, command.orElseThrow(), output, faults));
        Risk risk = fields.choice("risk", RISKS).orElse(Risk.RISKY);
        List<Example> examples = examples(fields, exits);
        if (name.isEmpty() || why.isEmpty() || template.isEmpty()) {
            return Optional.empty();
        }
        When when = new When(
                commandText.map(Patterns::beginning).orElse(""), command.orElseThrow(), exits, output, os, managers);
        return Optional.of(new LabRule(name.get(), fields.place(), when, template.get(), why.get(), risk, examples));
    }

    private boolean isName(YamlItem.Text text) {
        boolean fits = text.value().length() <= LONGEST_NAME && text.value().matches(NAME);
        return fits || complain(text, "'name' is small letters, digits and single underscores, such as old_mirror.");
    }

    private boolean isSentence(YamlItem.Text text) {
        boolean fits = text.value().length() <= LONGEST_WHY
                && !text.value().isBlank()
                && text.value().chars().noneMatch(Character::isISOControl);
        return fits || complain(text, "'why' is one sentence of at most " + LONGEST_WHY + " characters in one line.");
    }

    private Set<String> words(Fields fields, String key) {
        return fields.texts(key).stream()
                .filter(text -> text.value().matches("[a-z0-9._-]{1,40}")
                        || complain(text, "'" + key + "' is one word or a list of words, such as debian or apt-get."))
                .map(YamlItem.Text::value)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<Integer> exits(Fields fields) {
        return fields.texts("exit").stream().flatMap(this::exit).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Integer> exit(YamlItem.Text text) {
        boolean fits = text.value().matches("[1-9][0-9]{0,2}") && Integer.parseInt(text.value()) <= 255;
        if (!fits) {
            complain(
                    text,
                    "'exit' is a number from 1 to 255, or a list of them; a command that ended with 0 did not fail.");
        }
        return fits ? Stream.of(Integer.parseInt(text.value())) : Stream.empty();
    }

    private List<Example> examples(Fields fields, Set<Integer> exits) {
        Optional<YamlItem> item = fields.requiredItem("examples");
        if (item.isEmpty()) {
            return List.of();
        }
        int usual = exits.stream().min(Integer::compare).orElse(1);
        int before = faults.count();
        List<Example> examples = item.get() instanceof YamlItem.Series series
                ? series.items().stream()
                        .flatMap(one ->
                                Fields.of(one, "an example", EXAMPLE, faults)
                                        .flatMap(it -> example(it, usual))
                                        .stream())
                        .toList()
                : List.of();
        if (faults.count() == before
                && examples.stream().noneMatch(one -> one.becomes().isPresent())) {
            faults.add(item.get().place(), "'examples' is a list with at least one that becomes a command; add one.");
        }
        return examples;
    }

    private Optional<Example> example(Fields fields, int usual) {
        Optional<String> command = fields.required("command").map(YamlItem.Text::value);
        List<Integer> exit = fields.text("exit").stream().flatMap(this::exit).toList();
        String output = fields.text("output").map(YamlItem.Text::value).orElse("");
        Optional<YamlItem> becomes = fields.requiredItem("becomes");
        if (command.isEmpty() || becomes.isEmpty()) {
            return Optional.empty();
        }
        boolean silent = becomes.get() instanceof YamlItem.Text text && text.isNull();
        Optional<String> expected =
                silent ? Optional.empty() : fields.text("becomes").map(YamlItem.Text::value);
        FailedCommand failed = new FailedCommand(command.get(), exit.isEmpty() ? usual : exit.get(0), "", output);
        return Optional.of(new Example(becomes.get().place(), failed, expected));
    }

    private boolean complain(YamlItem.Text text, String sentence) {
        faults.add(text.place(), sentence);
        return false;
    }
}
