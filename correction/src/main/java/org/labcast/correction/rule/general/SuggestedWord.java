package org.labcast.correction.rule.general;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** The tool says which word it did not know and which one it knows: "did you mean", "the most similar command is"… */
public final class SuggestedWord implements Rule {
    private static final String QUOTE = "[`'\"\u2018\u2019\u201c\u201d]?";
    private static final String NAME = "(-{0,2}\\w[\\w:.-]{0,60}+)";

    /** git, cargo, pip, npm, docker, conda, go, kubectl, gem… name the unknown word in one of these ways. */
    private static final Pattern UNKNOWN =
            Pattern.compile("(?i)(?:no such (?:sub)?command|unknown (?:sub)?command|unrecognized (?:sub)?command"
                    + "|invalid choice|no such option|command not found|is not a \\w+ command|isn't a \\w+ command|is not a known command"
                    + "|unknown (?:shorthand )?(?:flag|option)|unexpected argument)");

    private static final Pattern HINT =
            Pattern.compile("(?i)(?:did you mean(?: this| one of these| one of)?|maybe you meant|you might have meant"
                    + "|perhaps you meant|you probably meant|most similar (?:command|commands) (?:is|are)"
                    + "|(?:a|some) (?:sub)?commands? with (?:a )?similar names? exists?|similar (?:command|argument) exists|closest matches?)"
                    + "[:?]? ?" + QUOTE + "(.*)");
    private static final Pattern WORD =
            Pattern.compile("^\\s*(?:[\\w./-]+ ){0,3}?" + QUOTE + NAME + QUOTE + "[?.)]?(?:\\s+(?:#|-- ).*)?$");

    @Override
    public String name() {
        return "suggested_word";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        Optional<Word> unknown = unknown(situation);
        if (unknown.isEmpty()) {
            return List.of();
        }
        List<String> words = hinted(situation, unknown.get().value());
        Word wrong = unknown.get();
        return words.stream()
                .filter(word -> !word.equals(wrong.value()))
                .map(word -> said(situation, wrong, word, words.size() == 1))
                .toList();
    }

    private static Suggestion said(Situation situation, Word wrong, String right, boolean only) {
        String mended = situation.mended(Edit.replace(wrong, right));
        String why =
                situation.command().tool() + " does not know '" + wrong.value() + "' and suggests '" + right + "'.";
        return Suggestion.sure(only, mended, why);
    }

    /** The argument that a complaint names in quotes or as a word. */
    private static Optional<Word> unknown(Situation situation) {
        List<String> complaints = situation.says().lines().stream()
                .filter(line -> UNKNOWN.matcher(line).find())
                .limit(5)
                .toList();
        return situation.command().args().stream()
                .filter(word -> word.bare() && word.value().length() > 1)
                .filter(word -> complaints.stream().anyMatch(line -> names(line, word.value())))
                .findFirst();
    }

    private static boolean names(String line, String word) {
        int at = line.lastIndexOf(word);
        return at >= 0 && edge(line, at - 1) && edge(line, at + word.length());
    }

    private static boolean edge(String line, int at) {
        return at < 0 || at >= line.length() || !(Character.isLetterOrDigit(line.charAt(at)) || line.charAt(at) == '-');
    }

    /** The words on the hint's own line, or on the lines below it up to an empty one. */
    private static List<String> hinted(Situation situation, String wrong) {
        List<String> lines = situation.says().lines();
        for (int i = 0; i < lines.size(); i++) {
            Matcher hint = HINT.matcher(lines.get(i));
            if (hint.find()) {
                String rest = hint.group(1).strip();
                List<String> found = rest.isEmpty() ? below(lines, i + 1) : List.of(rest.split(" or |, "));
                return words(found, wrong);
            }
        }
        return List.of();
    }

    private static List<String> below(List<String> lines, int from) {
        List<String> block = new ArrayList<>();
        for (int i = from; i < lines.size() && block.size() < 5; i++) {
            if (lines.get(i).isBlank() && !block.isEmpty()) {
                break;
            }
            if (!lines.get(i).isBlank()) {
                block.add(lines.get(i));
            }
        }
        return block;
    }

    private static List<String> words(List<String> found, String wrong) {
        return found.stream()
                .map(WORD::matcher)
                .filter(Matcher::find)
                .map(word -> word.group(1))
                .filter(word -> word.startsWith("-") == wrong.startsWith("-"))
                .distinct()
                .limit(5)
                .toList();
    }
}
