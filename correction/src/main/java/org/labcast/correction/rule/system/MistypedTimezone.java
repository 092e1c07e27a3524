package org.labcast.correction.rule.system;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.MachineFacts;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.text.Spelling;

/** A time zone that is not among those of tzdata(5), and one that is spelt nearly so. */
public final class MistypedTimezone implements Rule {
    private static final Pattern INVALID =
            Pattern.compile("[Ii]nvalid (?:or not installed )?time zone '?([\\w/+-]{1,60})'?");
    private static final String ZONES = "/usr/share/zoneinfo";

    @Override
    public String name() {
        return "mistyped_timezone";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (!context.runs("timedatectl")) {
            return List.of();
        }
        return context.says().find(INVALID).stream()
                .flatMap(
                        said -> context.command().args().stream().filter(word -> word.bare() && word.is(said.group(1))))
                .flatMap(word -> nearest(word.value(), context.facts()).stream()
                        .map(zone -> Suggestion.safe(
                                context.mended(Edit.replace(word, zone)),
                                "There is no time zone " + word.value() + "; " + zone + " is nearest.")))
                .limit(1)
                .toList();
    }

    private static Optional<String> nearest(String typed, MachineFacts facts) {
        String zone = "";
        for (String name : typed.split("/")) {
            Set<String> names = facts.entries(ZONES + zone);
            List<String> near = names.contains(name) ? List.of(name) : Spelling.nearest(name, names);
            if (near.size() != 1) {
                return Optional.empty();
            }
            zone += "/" + near.get(0);
        }
        return zone.isEmpty() ? Optional.empty() : Optional.of(zone.substring(1));
    }
}
