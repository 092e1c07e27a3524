package org.labcast.correction.rule.files;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Quoting;
import org.labcast.correction.shell.Word;

/** A script that may not be executed: its x bit is missing. */
public final class MakeExecutable implements Rule {
    private static final Pattern NO_PROGRAM = Pattern.compile(
            "/(?:etc|var|proc|sys|dev|usr/share)/.*|.*\\.(?:txt|conf|cfg|ini|log|md|html?|json|ya?ml|xml|csv|pdf)");

    @Override
    public String name() {
        return "make_executable";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (context.command().empty()) {
            return List.of();
        }
        Word name = context.command().nameWord();
        boolean denied = name.literal()
                && !NO_PROGRAM.matcher(name.value()).matches()
                && name.value().contains("/")
                && context.facts().path(name.value()) == PathKind.FILE
                && context.says().lines().stream()
                        .map(line -> line.toLowerCase(Locale.ROOT))
                        .anyMatch(line -> line.contains(name.value().toLowerCase(Locale.ROOT) + ": permission denied")
                                || line.endsWith(
                                        "permission denied: " + name.value().toLowerCase(Locale.ROOT))
                                || line.contains(name.value().toLowerCase(Locale.ROOT) + ": command not found"));
        if (!denied) {
            return List.of();
        }
        String path = name.value().startsWith("./") ? name.value().substring(2) : name.value();
        String chmod = context.command().raised("chmod +x " + Quoting.word(path));
        return List.of(Suggestion.safe(context.preceded(chmod), path + " is there, but may not be executed."));
    }
}
