package org.labcast.correction.rule.general;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.labcast.correction.Complaint;
import org.labcast.correction.Dangers;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Word;
import org.labcast.model.Spelling;

/** The tool says which word it did not know and which one it knows: "did you mean", "the most similar command is"… */
public final class SuggestedWord implements Rule {
    /** What a tool proposes with less in common is its guess, not a slip's mending. */
    private static final double ALIKE = 0.5;

    @Override
    public String name() {
        return "suggested_word";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        if (situation.command().args().isEmpty()) {
            return List.of();
        }
        List<String> phrases = Hints.in(situation.says());
        Optional<Complaint> unknown = phrases.isEmpty() ? Optional.empty() : unknown(situation, phrases);
        return unknown.map(wrong -> said(situation, wrong, words(situation, wrong, phrases)))
                .orElse(List.of());
    }

    /**
     * The argument that a complaint names; where it names none, the one that the first hint is most like; where the hint is a whole
     * command of the tool, its first operand.
     */
    private static Optional<Complaint> unknown(Situation situation, List<String> phrases) {
        Optional<Complaint> named = Complaint.all(situation).stream().findFirst();
        if (named.isPresent()) {
            return named;
        }
        List<Word> operands = situation.command().operands();
        Optional<Word> first = phrases.get(0).startsWith(situation.command().tool() + " ")
                ? operands.stream().findFirst()
                : Optional.empty();
        return first.or(() -> Complaint.made(situation) ? likest(operands, phrases) : Optional.empty())
                .filter(Word::bare)
                .map(word -> new Complaint(word, word.value()));
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

    private static List<String> words(Situation situation, Complaint wrong, List<String> phrases) {
        List<String> before = new ArrayList<>(List.of(situation.command().tool()));
        situation.command().args().stream()
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

    private static List<Suggestion> said(Situation situation, Complaint wrong, List<String> words) {
        List<String> nearest = Spelling.nearest(wrong.name(), words);
        boolean sure =
                nearest.size() == 1 || (words.size() == 1 && Spelling.likeness(wrong.name(), words.get(0)) >= ALIKE);
        return Spelling.ranked(wrong.name(), words).stream()
                .map(right -> said(situation, wrong, right, sure && right.equals(first(nearest, words))))
                .toList();
    }

    private static String first(List<String> nearest, List<String> words) {
        return nearest.isEmpty() ? words.get(0) : nearest.get(0);
    }

    private static Suggestion said(Situation situation, Complaint wrong, String right, boolean sure) {
        String why = situation.command().tool() + " does not know '" + wrong.name() + "' and suggests '" + right + "'.";
        boolean deadly = Dangers.isNamed(right.replaceFirst("^-+", ""));
        return Suggestion.sure(sure && !deadly, situation.mended(wrong.mended(right)), why);
    }
}
