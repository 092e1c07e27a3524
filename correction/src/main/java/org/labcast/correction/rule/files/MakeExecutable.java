package org.labcast.correction.rule.files;

import java.util.List;
import java.util.Locale;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Quoting;
import org.labcast.correction.shell.Word;

/** A script that may not be executed: its x bit is missing. */
public final class MakeExecutable implements Rule {
    @Override
    public String name() {
        return "make_executable";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        if (situation.command().empty()) {
            return List.of();
        }
        Word name = situation.command().nameWord();
        boolean denied = name.literal()
                && name.value().contains("/")
                && situation.facts().path(name.value()) == PathKind.FILE
                && situation.says().lines().stream()
                        .map(line -> line.toLowerCase(Locale.ROOT))
                        .anyMatch(line -> line.contains(name.value().toLowerCase(Locale.ROOT) + ": permission denied")
                                || line.endsWith(
                                        "permission denied: " + name.value().toLowerCase(Locale.ROOT))
                                || line.contains(name.value().toLowerCase(Locale.ROOT) + ": command not found"));
        if (!denied) {
            return List.of();
        }
        String path = name.value().startsWith("./") ? name.value().substring(2) : name.value();
        String chmod = (situation.command().privileged() ? "sudo " : "") + "chmod +x " + Quoting.word(path) + " && ";
        return List.of(Suggestion.safe(
                situation.mended(situation.command().preceded(chmod)), path + " is there, but may not be executed."));
    }
}
