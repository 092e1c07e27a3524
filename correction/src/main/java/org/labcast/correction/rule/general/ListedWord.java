package org.labcast.correction.rule.general;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.UnknownArgument;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;
import org.labcast.text.Spelling;

/**
 * A word that the tool does not know, and one that it lists is meant: in what it printed, or in the help that it gives on this machine.
 * The nearest one; else one that says the same in other words, contains it, or has most letters in common, which is only shown.
 */
public final class ListedWord implements Rule {
    private static final Pattern USAGE =
            Pattern.compile("(?i)^\\s*usage[:\\s][^\\[({<]*|^Android Debug Bridge version");
    private static final double ALIKE = 0.5;
    private static final int MOST = 3;

    /** The words of some tools mean what others call so. */
    private static final Map<String, List<String>> SAME = Map.ofEntries(
            Map.entry("remove", List.of("uninstall", "delete", "rm")),
            Map.entry("uninstall", List.of("remove", "erase", "delete", "rm")),
            Map.entry("delete", List.of("remove", "uninstall", "rm")),
            Map.entry("erase", List.of("remove", "uninstall")),
            Map.entry("list", List.of("versions", "ls", "show", "ps")),
            Map.entry("ls", List.of("list", "ps")),
            Map.entry("show", List.of("info", "list", "get")),
            Map.entry("info", List.of("show")),
            Map.entry("require", List.of("add")),
            Map.entry("add", List.of("install", "require")),
            Map.entry("install", List.of("add", "require")),
            Map.entry("find", List.of("search")),
            Map.entry("search", List.of("find")),
            Map.entry("upgrade", List.of("update")),
            Map.entry("update", List.of("upgrade")),
            Map.entry("create", List.of("new", "init", "add")),
            Map.entry("new", List.of("create", "init")));

    @Override
    public String name() {
        return "listed_word";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        // apt's verbs are known by heart; to ask for its help costs more than all rules together.
        boolean others = context.says().contains("E: Invalid operation");
        if (context.command().args().isEmpty() || context.nothingSaid() || others) {
            return List.of();
        }
        List<UnknownArgument> named = UnknownArgument.all(context);
        if (named.isEmpty()) {
            return unnamed(context).map(it -> one(context, it)).orElse(List.of());
        }
        List<Choice> choices = named.stream()
                .map(wrong -> choose(wrong, KnownWords.of(context, wrong.word())))
                .filter(choice -> !choice.words().isEmpty())
                .toList();
        return choices.size() == 1 ? one(context, choices.get(0)) : all(context, choices);
    }

    /** What could be meant by an unknown word, best first. */
    private record Choice(UnknownArgument wrong, List<String> words, boolean sure) {
        Edit mended(int which) {
            return wrong.mended(words.get(which));
        }
    }

    private static Choice choose(UnknownArgument wrong, KnownWords known) {
        String name = wrong.name();
        String head = name.replaceFirst(":.*", "");
        if (known.words().contains(name)) {
            return new Choice(wrong, List.of(), false);
        }
        Choice whole = choose(wrong, name, known);
        return head.isEmpty() || head.equals(name) || known.words().contains(head) || whole.sure()
                ? whole
                : choose(new UnknownArgument(wrong.word(), head), head, known);
    }

    private static Choice choose(UnknownArgument wrong, String name, KnownWords known) {
        List<String> same = SAME.getOrDefault(name, List.of()).stream()
                .filter(known.words()::contains)
                .toList();
        List<String> words =
                known.words().stream().filter(word -> !contrary(name, word)).toList();
        List<String> nearest = same.isEmpty() ? Spelling.nearest(name, words) : List.of();
        if (nearest.size() == 1) {
            return new Choice(wrong, nearest, known.certain());
        }
        List<String> guesses = Stream.of(same.stream(), nearest.stream(), alike(name, words))
                .flatMap(guess -> guess)
                .distinct()
                .limit(MOST)
                .toList();
        return new Choice(wrong, guesses, false);
    }

    private static Stream<String> alike(String name, List<String> words) {
        return Spelling.ranked(name, words).stream()
                .filter(word -> Spelling.likeness(name, word) >= ALIKE || (name.length() > 2 && word.contains(name)));
    }

    /** {@code uninstall} is a word of its own, not a mistyped {@code install}. */
    private static boolean contrary(String a, String b) {
        return Stream.of("un", "de", "dis", "in", "non-").anyMatch(not -> a.equals(not + b) || b.equals(not + a));
    }

    /** The tool just printed its usage: the first operand that is none of its words, unless one that is comes before. */
    private static Optional<Choice> unnamed(FailureContext context) {
        Set<String> head = head(context);
        return head.isEmpty() ? Optional.empty() : unnamed(context, head);
    }

    /** The words with which the tool's usage begins; empty when it is another tool's. */
    private static Set<String> head(FailureContext context) {
        String tool = context.command().tool();
        return context.says()
                .find(USAGE)
                .map(usage -> Stream.of(usage.group().split("[\\s:]+")).collect(Collectors.toSet()))
                .filter(words -> words.stream().anyMatch(word -> word.equals(tool) || word.endsWith("/" + tool))
                        || (tool.equals("adb") && words.contains("Android")))
                .orElse(Set.of());
    }

    private static Optional<Choice> unnamed(FailureContext context, Set<String> head) {
        KnownWords known = KnownWords.printed(context);
        List<Choice> choices = new ArrayList<>();
        for (Word word : context.command().operands()) {
            boolean expected = head.contains(word.value());
            if (!expected && known.words().contains(word.value())) {
                return Optional.empty();
            }
            if (!expected && word.bare() && word.value().length() > 1) {
                choices.add(choose(new UnknownArgument(word, word.value()), known));
            }
        }
        choices.removeIf(choice -> choice.words().isEmpty());
        return choices.stream()
                .filter(Choice::sure)
                .findFirst()
                .or(() -> choices.stream().findFirst());
    }

    private static List<Suggestion> one(FailureContext context, Choice choice) {
        return Stream.iterate(0, i -> i < choice.words().size(), i -> i + 1)
                .map(i -> said(context, List.of(choice), choice.sure(), choice.mended(i)))
                .toList();
    }

    private static List<Suggestion> all(FailureContext context, List<Choice> choices) {
        Edit[] edits = choices.stream().map(choice -> choice.mended(0)).toArray(Edit[]::new);
        boolean sure = choices.stream().allMatch(Choice::sure);
        return choices.isEmpty() ? List.of() : List.of(said(context, choices, sure, edits));
    }

    private static Suggestion said(FailureContext context, List<Choice> choices, boolean sure, Edit... edits) {
        String wrong = String.join(
                "', '", choices.stream().map(choice -> choice.wrong().name()).toList());
        String right = String.join("', '", Stream.of(edits).map(Edit::with).toList());
        String why = context.command().tool() + " does not know '" + wrong + "'; of the words that it lists, '" + right
                + "' is nearest.";
        return Suggestion.sure(sure, context.mended(edits), why);
    }
}
