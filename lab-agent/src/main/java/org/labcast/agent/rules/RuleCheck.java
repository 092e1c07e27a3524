package org.labcast.agent.rules;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.labcast.correction.Corrector;
import org.labcast.correction.effect.EffectTables;
import org.labcast.correction.effect.Reading;
import org.labcast.correction.shell.ParsedLine;
import org.labcast.model.result.Correction;
import org.labcast.model.result.Risk;

/** Reads all rule files of a directory, whoever owns them, and tries every example. */
public final class RuleCheck {
    private final List<RuleFault> faults = new ArrayList<>();
    private final List<RuleFault> notes = new ArrayList<>();
    private int files;
    private int rules;
    private int effects;
    private int examples;

    private RuleCheck() {}

    public static RuleCheck of(Path directory) {
        RuleCheck check = new RuleCheck();
        List<RuleFile> files = RuleFiles.read(directory, FileGuard.NONE);
        EffectTables tables = EffectTables.shipped()
                .with(files.stream()
                        .flatMap(file -> file.effects().stream())
                        .map(LabEffect::effect)
                        .toList());
        files.forEach(file -> check.look(file, tables));
        return check;
    }

    public boolean passed() {
        return faults.isEmpty();
    }

    /** One line for each fault, then for each remark, then a summary. */
    public void print(PrintWriter out) {
        faults.forEach(out::println);
        notes.forEach(note -> out.println(
                note.file() + ":" + note.place().line() + ":" + note.place().column() + ": note: " + note.sentence()));
        String all = effects == 0
                ? counted(rules, "rule")
                : counted(rules, "rule") + " and " + counted(effects, "effect row");
        out.println(all + " in " + counted(files, "file") + ", " + counted(examples, "example") + " tried: "
                + (passed() ? "all well." : counted(faults.size(), "fault") + "."));
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private void look(RuleFile file, EffectTables tables) {
        files++;
        faults.addAll(file.faults());
        file.rules().forEach(rule -> {
            rules++;
            rule.examples().forEach(example -> attempt(file.path(), rule, example, tables));
        });
        file.effects().forEach(row -> {
            effects++;
            row.examples().forEach(example -> read(file.path(), example, tables));
        });
    }

    /** What all rows together make of a call. */
    private void read(Path file, LabEffect.Trial example, EffectTables tables) {
        examples++;
        ParsedLine line = ParsedLine.read(example.command());
        List<Reading> readings = line.readable() && !line.opaque()
                ? line.commands().stream().map(tables::read).toList()
                : List.of();
        if (readings.size() != 1) {
            faults.add(new RuleFault(file, example.place(), "'" + example.command() + "' is not one command."));
            return;
        }
        Reading reading = readings.get(0);
        if (reading.effect() != example.effect()) {
            String why = reading.known() ? "" : "; no row allows it";
            faults.add(new RuleFault(
                    file,
                    example.place(),
                    "'" + example.command() + "': expected " + EffectReader.named(example.effect()) + ", got "
                            + EffectReader.named(reading.effect()) + why + "."));
        }
    }

    /** Through the engine, so that its own judgement of the risk is seen too. */
    private void attempt(Path file, LabRule rule, Example example, EffectTables tables) {
        examples++;
        List<Correction> made = new Corrector(List.of(), List.of(rule), tables, (name, on, cause) -> {})
                .suggest(example.failed(), ExampleMachine.of(rule.when()));
        Optional<String> got = made.stream().map(Correction::command).findFirst();
        if (!got.equals(example.becomes())) {
            faults.add(new RuleFault(
                    file,
                    example.place(),
                    rule.name() + ": expected " + shown(example.becomes()) + ", got " + shown(got) + "."));
        } else if (rule.risk() == Risk.SAFE && made.stream().anyMatch(one -> one.risk() == Risk.RISKY)) {
            notes.add(
                    new RuleFault(
                            file,
                            example.place(),
                            rule.name()
                                    + " says safe, but what it makes here is risky to the engine: it is shown and never run by itself."));
        }
    }

    private static String shown(Optional<String> command) {
        return command.map(text -> "'" + text + "'").orElse("no suggestion");
    }
}
