package org.labcast.correction.rule.system;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.NameKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;
import org.labcast.text.Spelling;

/** A group that does not exist, and one that does is spelt nearly so. Rights are given to nobody by a guess. */
public final class MistypedGroup implements Rule {
    private static final Pattern UNKNOWN = Pattern.compile(
            "(?:invalid |unknown )?[Gg]roup:? ['\"`\u2018]?([\\w.:-]{1,80})['\"\u2019]?(?: does not exist| unknown|$)");

    @Override
    public String name() {
        return "mistyped_group";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        return context.says().find(UNKNOWN).stream()
                .map(said -> said.group(1).substring(said.group(1).lastIndexOf(':') + 1))
                .filter(group -> !group.isEmpty())
                .flatMap(group -> context.command().args().stream()
                        .filter(word -> word.bare() && names(word.value(), group))
                        .limit(1)
                        .flatMap(word -> nearest(context, word, group)))
                .toList();
    }

    /** {@code staff}, {@code ann:staff}, {@code sudo,staff} or {@code --groups=staff}. */
    private static boolean names(String word, String group) {
        return word.matches("(?:.*[:=,])?" + Pattern.quote(group) + "(?:,.*)?");
    }

    private static Stream<Suggestion> nearest(FailureContext context, Word word, String group) {
        int at = word.start() + word.text().lastIndexOf(group);
        return Spelling.nearest(group, context.facts().names(NameKind.GROUPS)).stream()
                .sorted()
                .map(name -> Suggestion.risky(
                        context.mended(new Edit(at, at + group.length(), name)),
                        "There is no group '" + group + "'; '" + name + "' is nearest."));
    }
}
