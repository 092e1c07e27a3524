package org.labcast.correction.rule.packages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;
import org.labcast.text.Spelling;

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
    /** Other managers' verbs, and slips that are no misspelling. */
    private static final Map<String, String> FOREIGN = Map.ofEntries(
            Map.entry("uninstall", "remove"),
            Map.entry("erase", "remove"),
            Map.entry("delete", "remove"),
            Map.entry("del", "remove"),
            Map.entry("rm", "remove"),
            Map.entry("add", "install"),
            Map.entry("in", "install"),
            Map.entry("info", "show"),
            Map.entry("find", "search"),
            Map.entry("refresh", "update"),
            Map.entry("makecache", "update"),
            Map.entry("builddep", "build-dep"),
            Map.entry("list-upgradable", "list --upgradable"),
            Map.entry("list-upgradeable", "list --upgradable"),
            Map.entry("list-installed", "list --installed"));

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

    private static final Set<String> GET_APART = Set.of("get", "-get", "cache", "-cache", "mark", "-mark");

    @Override
    public String name() {
        return "apt_verb";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        String tool = context.command().tool();
        List<Word> args = context.command().args();
        if (tool.equals("apt")
                && args.size() > 1
                && GET_APART.contains(args.get(0).text())
                && refused(context)) {
            String whole = "apt-" + args.get(0).text().replace("-", "");
            return List.of(Suggestion.safe(
                    context.mended(new Edit(
                            context.command().nameWord().start(), args.get(0).end(), whole)),
                    whole + " is one word."));
        }
        return VERBS.containsKey(tool)
                ? unknownVerb(context, tool)
                        .map(verb -> mended(context, tool, verb))
                        .orElse(List.of())
                : List.of();
    }

    private static boolean refused(FailureContext context) {
        return context.says().find(INVALID).isPresent() || context.says().contains("is not understood");
    }

    private static List<Suggestion> mended(FailureContext context, String tool, Word verb) {
        Set<String> known = new TreeSet<>(FOREIGN.keySet());
        known.addAll(VERBS.getOrDefault(tool, List.of()));
        known.addAll(tool.equals("apt-get") ? CACHE : tool.equals("apt-cache") ? GET : List.of());
        boolean exact =
                known.contains(verb.value()) || sister(tool, verb.value()).isPresent();
        List<Call> calls = (exact ? List.of(verb.value()) : Spelling.nearest(verb.value(), known))
                .stream().map(name -> Call.of(tool, name)).distinct().toList();
        return calls.stream()
                .map(call -> Suggestion.sure(
                        calls.size() == 1 && (exact || !context.nothingSaid()),
                        context.mended(
                                Edit.replace(context.command().nameWord(), call.tool()),
                                Edit.replace(verb, call.verb())),
                        tool + " does not know '" + verb.value() + "'; " + (exact ? "it is '" : "nearest is '")
                                + call.tool() + " " + call.verb() + "'."))
                .toList();
    }

    private record Call(String tool, String verb) {
        static Call of(String tool, String verb) {
            String own = FOREIGN.getOrDefault(verb, verb);
            return new Call(sister(tool, own.replaceFirst(" .*", "")).orElse(tool), own);
        }
    }

    private static Optional<Word> unknownVerb(FailureContext context, String tool) {
        List<Word> words = context.command().args();
        Optional<String> named = context.says().find(INVALID).map(invalid -> invalid.group(1));
        if (named.isPresent()) {
            return words.stream().filter(word -> word.is(named.get())).findFirst();
        }
        Optional<Word> first = context.command().operands().stream().findFirst();
        if (context.says().find(OPTION).isPresent()) {
            return first.filter(word -> !VERBS.getOrDefault(tool, List.of()).contains(word.value()));
        }
        // Where nothing was kept of what it said, a verb that it does not have is the likeliest fault.
        return context.nothingSaid() && !context.commandNotFound()
                ? first.filter(word -> !VERBS.getOrDefault(tool, List.of()).contains(word.value()))
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
}
