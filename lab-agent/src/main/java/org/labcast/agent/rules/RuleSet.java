package org.labcast.agent.rules;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.labcast.correction.Corrector;
import org.labcast.correction.Rule;
import org.labcast.correction.Rules;
import org.labcast.correction.effect.CustomEffect;
import org.labcast.correction.effect.EffectTables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules of a lab that are in force.
 *
 * @param rules in the order of the files' names, and of each file
 * @param effects what calls of the lab's own tools do
 * @param files how many they come from
 * @param faults why other files are left out
 */
public record RuleSet(List<? extends Rule> rules, List<CustomEffect> effects, int files, List<RuleFault> faults) {
    private static final Logger LOG = LoggerFactory.getLogger(RuleSet.class);

    public static final RuleSet EMPTY = new RuleSet(List.of(), List.of(), 0, List.of());

    public RuleSet {
        rules = List.copyOf(rules);
        effects = List.copyOf(effects);
        faults = List.copyOf(faults);
    }

    /** Reads a directory as an agent does: only what no one else can have written, and of that only files without a fault. */
    public static RuleSet read(Path directory) {
        List<RuleFile> files = RuleFiles.read(directory, new Ownership());
        List<RuleFile> good =
                files.stream().filter(file -> file.faults().isEmpty()).toList();
        return new RuleSet(
                good.stream().flatMap(file -> file.rules().stream()).toList(),
                good.stream()
                        .flatMap(file -> file.effects().stream())
                        .map(LabEffect::effect)
                        .toList(),
                good.size(),
                files.stream().flatMap(file -> file.faults().stream()).toList());
    }

    /** Asks these rules, then those that are built in, and judges by all effect rows; a rule that crashes is logged. */
    public Corrector corrector() {
        List<Rule> all = Stream.<Rule>concat(rules.stream(), Rules.ALL.stream()).toList();
        return new Corrector(
                Rules.ADVICE,
                all,
                effects.isEmpty()
                        ? EffectTables.shipped()
                        : EffectTables.shipped().with(effects),
                (rule, failed, cause) -> LOG.warn("The correction rule {} crashed: {}", rule, cause.toString()));
    }
}
