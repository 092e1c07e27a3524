package org.labcast.correction.rule.packages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;
import org.labcast.model.Spelling;

/**
 * "E: Invalid operation": the verb is mistyped, or belongs to a sister tool (apt 2.6: {@code apt-get search}). With an
 * option beside it, apt complains of the option instead, since no verb it knows takes that.
 */
public final class AptVerb implements Rule {
    private static final Pattern INVALID = Pattern.compile("^E: Invalid operation (\\S+)");
    private static final Pattern OPTION =
            Pattern.compile("^E: Command line option .* is not understood in combination with the other options");
    private static final List<String> GET = List.of(
            ("update upgrade install reinstall remove purge autoremove dist-upgrade build-dep satisfy clean autoclean check source"
                            + " download changelog")
                    .split(" "));
    private static final List<String> CACHE =
            List.of("search show showpkg showsrc depends rdepends policy madison pkgnames stats".split(" "));
    private static final Map<String, List<String>> VERBS = Map.of(
            "apt",
            List.of(
                    ("list search show install reinstall remove autoremove update upgrade full-upgrade edit-sources satisfy purge"
                                    + " autoclean clean policy depends download changelog source")
                            .split(" ")),
            "apt-get",
            GET,
            "apt-cache",
            CACHE,
            "apt-mark",
            List.of("auto manual hold unhold showauto showmanual showhold".split(" ")));

    @Override
    public String name() {
        return "apt_verb";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        String tool = situation.command().tool();
        Optional<Word> verb = unknownVerb(situation, VERBS.getOrDefault(tool, List.of()));
        if (!VERBS.containsKey(tool) || verb.isEmpty()) {
            return List.of();
        }
        Optional<String> sister = sister(tool, verb.get().value());
        return sister.isPresent()
                ? List.of(Suggestion.safe(
                        situation.mended(Edit.replace(situation.command().nameWord(), sister.get())),
                        "'" + verb.get().value() + "' is a verb of " + sister.get() + ", not of " + tool + "."))
                : mistyped(situation, verb.get(), VERBS.getOrDefault(tool, List.of()));
    }

    private static Optional<Word> unknownVerb(Situation situation, List<String> verbs) {
        List<Word> words = situation.command().args();
        Optional<String> named = situation.says().find(INVALID).map(invalid -> invalid.group(1));
        if (named.isPresent()) {
            return words.stream().filter(word -> word.is(named.get())).findFirst();
        }
        Optional<Word> first =
                words.stream().filter(word -> !word.value().startsWith("-")).findFirst();
        return situation.says().find(OPTION).isPresent()
                ? first.filter(word -> !verbs.contains(word.value()))
                : Optional.empty();
    }

    private static Optional<String> sister(String tool, String verb) {
        if (tool.equals("apt-get") && CACHE.contains(verb)) {
            return Optional.of("apt-cache");
        }
        if (tool.equals("apt-cache") && GET.contains(verb)) {
            return Optional.of("apt-get");
        }
        return tool.startsWith("apt-") && verb.equals("list") ? Optional.of("apt") : Optional.empty();
    }

    private static List<Suggestion> mistyped(Situation situation, Word verb, List<String> verbs) {
        List<String> near = Spelling.nearest(verb.value(), verbs);
        return near.stream()
                .map(name -> {
                    String mended = situation.mended(Edit.replace(verb, name));
                    String why = situation.command().tool() + " does not know '" + verb.value() + "'; '" + name
                            + "' is nearest.";
                    return Suggestion.sure(near.size() == 1, mended, why);
                })
                .toList();
    }
}
