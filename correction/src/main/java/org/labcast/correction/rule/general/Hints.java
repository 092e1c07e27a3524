package org.labcast.correction.rule.general;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.ToolOutput;

/** Reads what tools propose after "did you mean" and its like, on the same line or on the lines below. */
final class Hints {
    private static final Pattern HINT = Pattern.compile(
            "(?i)\\b(?:did you mean(?: to run)?|maybe you meant|you might have meant|perhaps you meant|you probably meant"
                    + "|most similar (?:commands?|choices?)(?: to '[^']{1,80}')? (?:is|are)"
                    + "|similar (?:names?|(?:sub)?commands?|arguments?|values?|options?) exists?|closest matches?"
                    + "|is ambiguous(?=:$|; possibilities:)|one of these|possible options)"
                    + "(?: this| one of these| one of the following| one of|; possibilities)?[:?]{0,2}(?=\\W|$)(.*)");
    /** One of them is in each of those. */
    private static final Set<String> WORDS =
            Set.of("mean", "meant", "similar", "closest", "ambiguous", "these", "possible");

    private static final Pattern MARGIN =
            Pattern.compile("^(?:npm (?:ERR!|error)|\\s?[\u25b8\u203a])?\\s*(?:[*-]\\s+)?");
    private static final Pattern QUOTED =
            Pattern.compile("[`'\"\u2018\u201c]([^`'\"\u2019\u201d]{1,100})[`'\"\u2019\u201d]");
    private static final Pattern END = Pattern.compile("[?).]+(?:\\s.*)?$|\\s+(?:#|--|\\[)\\s?.*$");
    private static final Pattern PHRASE =
            Pattern.compile("-{0,2}\\w[\\w:.+-]{0,60}+(?: -{0,2}\\w[\\w:.+-]{0,60}+){0,9}+");
    private static final int MOST = 10;

    private Hints() {}

    /** The phrases of the first hint, of plain words; empty when there is none. */
    static List<String> in(ToolOutput says) {
        return says.numbersWith(WORDS)
                .mapToObj(i -> at(says.lines(), i))
                .filter(phrases -> !phrases.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> at(List<String> lines, int number) {
        Matcher hint = HINT.matcher(lines.get(number));
        return hint.find() ? phrases(hint.group(1).strip(), lines.subList(number + 1, lines.size())) : List.of();
    }

    private static List<String> phrases(String rest, List<String> following) {
        Stream<String> said = rest.isEmpty() || rest.matches("\\W{1,3}")
                ? below(following)
                : Stream.concat(onLine(rest), aligned(following));
        return said.map(String::strip)
                .filter(phrase -> PHRASE.matcher(phrase).matches())
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static Stream<String> onLine(String rest) {
        List<String> quoted = QUOTED.matcher(rest)
                .results()
                .map((MatchResult it) -> it.group(1))
                .toList();
        return quoted.isEmpty() ? Stream.of(END.matcher(rest).replaceFirst("").split(",? or |, ")) : quoted.stream();
    }

    /** Ruby's tools put the second and further ones below the first. */
    private static Stream<String> aligned(List<String> following) {
        return following.stream()
                .takeWhile(line -> line.startsWith("        "))
                .flatMap(line -> QUOTED.matcher(line).results().map((MatchResult it) -> it.group(1)));
    }

    /** One phrase a line up to an empty line; or all words of a line that has several. */
    private static Stream<String> below(List<String> following) {
        List<String> block = new ArrayList<>();
        for (String line : following.subList(0, Math.min(MOST, following.size()))) {
            String text = MARGIN.matcher(line).replaceFirst("").strip();
            if (text.isEmpty() && !block.isEmpty()) {
                break;
            }
            if (!text.isEmpty()) {
                block.add(text);
            }
        }
        return block.stream().map(Hints::unquoted);
    }

    private static String unquoted(String line) {
        String text = END.matcher(line).replaceFirst("").strip();
        Matcher quoted = QUOTED.matcher(text);
        return quoted.matches() ? quoted.group(1) : text;
    }

    /** Words that a phrase would put in the place of the wrong one, after the words that it has in common with the command. */
    static Optional<String> replacement(String phrase, List<String> before) {
        List<String> words = new ArrayList<>(Arrays.asList(phrase.split(" ")));
        boolean whole = words.get(0).equals(before.get(0));
        for (String word : before) {
            if (!words.isEmpty() && words.get(0).equals(word)) {
                words.remove(0);
            }
        }
        return words.isEmpty() || (words.size() > 1 && !whole)
                ? Optional.empty()
                : Optional.of(String.join(" ", words));
    }
}
