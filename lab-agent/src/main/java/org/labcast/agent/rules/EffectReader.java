package org.labcast.agent.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.labcast.correction.DestructiveCommands;
import org.labcast.correction.effect.CustomEffect;
import org.labcast.correction.effect.Effect;

/** Makes effect rows of those items of a file that name a tool, and faults of what is wrong in them. */
final class EffectReader {
    /** The key that tells an effect row from a rule. */
    static final String TOOL = "tool";

    private static final List<String> ROW = List.of(TOOL, "verb", "effect", "options", "operands", "examples");
    private static final List<String> EXAMPLE = List.of("command", "effect");
    private static final Map<String, Effect> KNOWN = new TreeMap<>(Stream.of(Effect.values())
            .filter(effect -> effect != Effect.UNKNOWN)
            .collect(Collectors.toMap(EffectReader::named, Function.identity())));
    private static final Map<String, Effect> ALL = new TreeMap<>(
            Stream.of(Effect.values()).collect(Collectors.toMap(EffectReader::named, Function.identity())));

    private final RuleFaults faults;

    private EffectReader(RuleFaults faults) {
        this.faults = faults;
    }

    static String named(Effect effect) {
        return effect.name().toLowerCase(Locale.ROOT);
    }

    static boolean isRow(YamlItem item) {
        return item instanceof YamlItem.Table table && table.entries().containsKey(TOOL);
    }

    /** The rows without a fault; what is no row is passed over. */
    static List<LabEffect> read(YamlItem content, RuleFaults faults) {
        EffectReader reader = new EffectReader(faults);
        return content instanceof YamlItem.Series items
                ? items.items().stream()
                        .filter(EffectReader::isRow)
                        .flatMap(item -> reader.row(item).stream())
                        .toList()
                : List.of();
    }

    private Optional<LabEffect> row(YamlItem item) {
        int before = faults.count();
        return Fields.of(item, "an effect row", ROW, faults)
                .flatMap(this::row)
                .filter(complete -> faults.count() == before);
    }

    private Optional<LabEffect> row(Fields fields) {
        Optional<YamlItem.Text> tool = fields.required(TOOL);
        Optional<Effect> effect = fields.requiredItem("effect").flatMap(item -> fields.choice("effect", KNOWN));
        tool.ifPresent(name -> effect.ifPresent(it -> checkTool(name, it)));
        String verbs = words(fields, "verb", CustomEffect::objectionToVerb);
        String options =
                words(fields, "options", word -> effect.flatMap(it -> CustomEffect.objectionToOption(word, it)));
        String operands = fields.texts("operands").stream()
                .map(YamlItem.Text::value)
                .map(text -> text.strip().replaceAll(" +", " "))
                .collect(Collectors.joining(" "));
        fields.item("operands")
                .ifPresent(item -> CustomEffect.objectionToOperands(operands)
                        .ifPresent(sentence -> faults.add(item.place(), sentence)));
        List<LabEffect.Trial> examples = examples(fields);
        return tool.flatMap(name -> effect.map(it ->
                new LabEffect(fields.place(), new CustomEffect(name.value(), verbs, it, options, operands), examples)));
    }

    private void checkTool(YamlItem.Text tool, Effect effect) {
        CustomEffect.objectionToTool(tool.value(), effect)
                .or(() -> effect.harmless() && DestructiveCommands.isNamed(tool.value())
                        ? Optional.of(
                                "'" + tool.value()
                                        + "' can destroy or stop something; a row can only say of it that it changes or destroys.")
                        : Optional.empty())
                .ifPresent(sentence -> faults.add(tool.place(), sentence));
    }

    /** Words of one text or of a list of texts, each checked. */
    private String words(Fields fields, String key, Function<String, Optional<String>> objection) {
        List<String> words = new ArrayList<>();
        for (YamlItem.Text text : fields.texts(key)) {
            for (String word : text.value().strip().split("\\s+")) {
                if (!word.isEmpty()) {
                    words.add(word);
                    objection.apply(word).ifPresent(sentence -> faults.add(text.place(), sentence));
                }
            }
        }
        return String.join(" ", words);
    }

    private List<LabEffect.Trial> examples(Fields fields) {
        Optional<YamlItem> item = fields.requiredItem("examples");
        if (item.isEmpty()) {
            return List.of();
        }
        int before = faults.count();
        List<LabEffect.Trial> examples = item.get() instanceof YamlItem.Series series
                ? series.items().stream()
                        .flatMap(one -> Fields.of(one, "an example", EXAMPLE, faults).flatMap(this::example).stream())
                        .toList()
                : List.of();
        if (faults.count() == before && examples.isEmpty()) {
            faults.add(item.get().place(), "'examples' is a list of calls with their effect; add one.");
        }
        return examples;
    }

    private Optional<LabEffect.Trial> example(Fields fields) {
        Optional<String> command = fields.required("command").map(YamlItem.Text::value);
        Optional<YamlItem> place = fields.requiredItem("effect");
        Optional<Effect> effect = place.flatMap(item -> fields.choice("effect", ALL));
        return command.flatMap(
                text -> effect.map(it -> new LabEffect.Trial(place.orElseThrow().place(), text, it)));
    }
}
