package org.labcast.correction.rule.system;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.labcast.correction.NameKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;
import org.labcast.model.Spelling;

/** A unit that systemd does not have, and one that it has is spelt nearly so. */
public final class MistypedUnit implements Rule {
    private static final Pattern UNKNOWN = Pattern.compile(
            "Unit (?:file )?([\\w@.:\\\\-]+?)(?:\\.service)? (?:not found|could not be found|does not exist|not loaded)");
    private static final Pattern UNRECOGNIZED = Pattern.compile("^([\\w@.-]+): unrecognized service");
    private static final String SERVICE = ".service";

    @Override
    public String name() {
        return "mistyped_unit";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        if (!situation.runs("systemctl", "service", "journalctl")) {
            return List.of();
        }
        Optional<Word> wrong = situation
                .says()
                .find(UNKNOWN)
                .or(() -> situation.says().find(UNRECOGNIZED))
                .flatMap(said -> situation.command().operands().stream()
                        .filter(word -> plain(word.value()).equals(said.group(1)) && word.bare())
                        .findFirst());
        return wrong.map(word -> nearest(situation, word)).orElse(List.of());
    }

    private static List<Suggestion> nearest(Situation situation, Word wrong) {
        Set<String> units = situation.facts().names(NameKind.UNITS).stream()
                .map(MistypedUnit::plain)
                .collect(Collectors.toSet());
        List<String> near = Spelling.nearest(plain(wrong.value()), units);
        String suffix = wrong.value().endsWith(SERVICE) ? SERVICE : "";
        return near.stream()
                .sorted()
                .map(name -> {
                    String mended = situation.mended(Edit.replace(wrong, name + suffix));
                    String why = "There is no unit '" + wrong.value() + "'; '" + name + suffix + "' is nearest.";
                    return Suggestion.sure(near.size() == 1, mended, why);
                })
                .toList();
    }

    private static String plain(String unit) {
        return unit.endsWith(SERVICE) ? unit.substring(0, unit.length() - SERVICE.length()) : unit;
    }
}
