package org.labcast.correction.rule.general;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.labcast.correction.DestructiveCommands;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.UnknownArgument;
import org.labcast.correction.shell.Word;
import org.labcast.text.Spelling;

/** The tool says which word it did not know and which one it knows: "did you mean", "the most similar command is"… */
public final class SuggestedWord implements Rule {
    /** What a tool proposes with less in common is its guess, not a slip's mending. */
    private static final double ALIKE = 0.5;

    @Override
    public String name() {
        return "suggested_word";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (context.command().args().isEmpty()) {
            return List.of();
        }
        List<String> phrases = Hints.in(context.says());
        Optional<UnknownArgument> unknown = phrases.isEmpty() ? Optional.empty() : unknown(context, phrases);
        return unknown.map(wrong -> said(context, wrong, words(context, wrong, phrases)))
                .orElse(List.of());
    }

    /**
     * The argument that a complaint names; where it names none, the one that the first hint is most like; where the hint is a whole
     * command of the tool, its first operand.
     */
    private static Optional<UnknownArgument> unknown(FailureContext context, List<String> phrases) {
        Optional<UnknownArgument> named = UnknownArgument.all(context).stream().findFirst();
        if (named.isPresent()) {
            return named;
        }
        List<Word> operands = context.command().operands();
        Optional<Word> first = phrases.get(0).startsWith(context.command().tool() + " ")
                ? operands.stream().findFirst()
                : Optional.empty();
        return first.or(() -> UnknownArgument.made(context) ? likest(operands, phrases) : Optional.empty())
                .filter(Word::bare)
                .map(word -> new UnknownArgument(word, word.value()));
    }

    private static Optional<Word> likest(List<Word> operands, List<String> phrases) {
        return operands.stream()
                .filter(word -> likeness(word, phrases) >= ALIKE)
                .max(Comparator.comparingDouble(word -> likeness(word, phrases)));
    }

    private static double likeness(Word word, List<String> phrases) {
        return phrases.stream()
                .mapToDouble(phrase -> Spelling.likeness(word.value(), phrase))
                .max()
                .orElse(0);
    }

    private static List<String> words(FailureContext context, UnknownArgument wrong, List<String> phrases) {
        List<String> before = new ArrayList<>(List.of(context.command().tool()));
        context.command().args().stream()
                .takeWhile(word -> !word.equals(wrong.word()))
                .forEach(word -> before.add(word.value()));
        List<String> separate = phrases.stream().noneMatch(phrase -> phrase.startsWith(before.get(0) + " "))
                ? phrases.stream()
                        .flatMap(phrase -> Stream.of(phrase.split(" ")))
                        .toList()
                : phrases;
        return separate.stream()
                .flatMap(phrase -> Hints.replacement(phrase, before).stream())
                .filter(word -> !word.equals(wrong.name()) && fits(word, wrong.name()))
                .distinct()
                .toList();
    }

    /** Options stand for options; but Hadoop's commands begin with a dash. */
    private static boolean fits(String right, String wrong) {
        return right.startsWith("-") == wrong.startsWith("-") || right.equals("-" + wrong);
    }

    private static List<Suggestion> said(FailureContext context, UnknownArgument wrong, List<String> words) {
        List<String> nearest = Spelling.nearest(wrong.name(), words);
        boolean sure =
                nearest.size() == 1 || (words.size() == 1 && Spelling.likeness(wrong.name(), words.get(0)) >= ALIKE);
        return Spelling.ranked(wrong.name(), words).stream()
                .map(right -> said(context, wrong, right, sure && right.equals(first(nearest, words))))
                .toList();
    }

    private static String first(List<String> nearest, List<String> words) {
        return nearest.isEmpty() ? words.get(0) : nearest.get(0);
    }

    private static Suggestion said(FailureContext context, UnknownArgument wrong, String right, boolean sure) {
        String why = context.command().tool() + " does not know '" + wrong.name() + "' and suggests '" + right + "'.";
        boolean deadly = DestructiveCommands.isNamed(right.replaceFirst("^-+", ""));
        return Suggestion.sure(sure && !deadly, context.mended(wrong.mended(right)), why);
    }
}
