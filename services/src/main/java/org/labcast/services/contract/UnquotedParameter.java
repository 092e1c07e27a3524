package org.labcast.services.contract;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a positional parameter in a shell's text that stands outside of double quotes, where its value would be split at
 * blanks and its {@code *} become names of files.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9699919799/utilities/V3_chap02.html#tag_18_06_05">POSIX, field splitting</a>
 */
final class UnquotedParameter {
    private static final Pattern PARAMETER = Pattern.compile("\\$(?:[1-9@*]|\\{(?:[1-9][0-9]*|[@*])[^}]*\\})");
    private static final Pattern HERE = Pattern.compile("<<-?\\s*[\"'\\\\]?([A-Za-z0-9_]+)[\"']?");
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=.*");

    /** What surrounds the place that is read. */
    private enum Place {
        PLAIN,
        DOUBLE_QUOTES,
        /** {@code $( )}, and parentheses within. */
        SUBSTITUTION,
        /** <code>$(( ))</code>: nothing is split there. */
        ARITHMETIC
    }

    private final String text;
    private final Deque<Place> places = new ArrayDeque<>();
    /** Marks of here-documents that do not come any more, so that they are not looked for again and again. */
    private final Set<String> unended = new HashSet<>();

    private int at;
    private int wordBegins;
    private String lastWord = "";

    private UnquotedParameter(String text) {
        this.text = text;
        places.push(Place.PLAIN);
    }

    /** As it is written there, such as {@code $1}; empty when there is none. */
    static Optional<String> in(String text) {
        return new UnquotedParameter(text).find();
    }

    private Optional<String> find() {
        while (at < text.length()) {
            Optional<String> found = step();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<String> step() {
        char c = text.charAt(at);
        boolean quoted = places.peek() == Place.DOUBLE_QUOTES;
        if (c == '\\') {
            at += 2;
        } else if (c == '\'' && !quoted) {
            at = behind("'", at + 1);
        } else if (c == '"') {
            toggle(Place.DOUBLE_QUOTES, quoted);
        } else if (text.startsWith("$((", at)) {
            enter(Place.ARITHMETIC, 3);
        } else if (text.startsWith("))", at) && places.peek() == Place.ARITHMETIC) {
            leave(2);
        } else if (text.startsWith("$(", at)) {
            enter(Place.SUBSTITUTION, 2);
        } else if (c == '(' && !quoted) {
            enter(places.peek() == Place.ARITHMETIC ? Place.ARITHMETIC : Place.SUBSTITUTION, 1);
        } else if (c == ')' && places.size() > 1 && !quoted) {
            leave(1);
        } else if (c == '$') {
            return parameter();
        } else if (quoted || places.peek() == Place.ARITHMETIC) {
            at++;
        } else {
            plain(c);
        }
        return Optional.empty();
    }

    private void plain(char c) {
        if (c == '#' && at == wordBegins) {
            at = behind("\n", at);
            endWord();
        } else if (text.startsWith("<<", at)) {
            skipHereDocument();
        } else if (Character.isWhitespace(c) || ";&|<>".indexOf(c) >= 0) {
            endWord();
        } else {
            at++;
        }
    }

    private void endWord() {
        if (at > wordBegins && at <= text.length()) {
            lastWord = text.substring(wordBegins, at);
        }
        at++;
        wordBegins = at;
    }

    /** Values are not split in its body; what stands between it and the mark is read as usual, which is strict enough. */
    private void skipHereDocument() {
        Matcher here = HERE.matcher(text).region(at, text.length());
        if (!here.lookingAt()) {
            at += 2;
            return;
        }
        int body = text.indexOf('\n', at);
        boolean plain =
                body > here.end() - 1 && text.substring(here.end(), body).indexOf('$') < 0;
        at = plain ? endOfBody(here.group(1), body).orElse(here.end()) : here.end();
        wordBegins = at;
    }

    private OptionalInt endOfBody(String mark, int body) {
        if (unended.contains(mark)) {
            return OptionalInt.empty();
        }
        Matcher end = Pattern.compile("(?m)^\\t*" + mark + "$").matcher(text);
        if (end.find(body)) {
            return OptionalInt.of(end.end());
        }
        unended.add(mark);
        return OptionalInt.empty();
    }

    private Optional<String> parameter() {
        Matcher parameter = PARAMETER.matcher(text).region(at, text.length());
        if (!parameter.lookingAt()) {
            at++;
            return Optional.empty();
        }
        at = parameter.end();
        Place place = places.peek();
        boolean split = place == Place.PLAIN || place == Place.SUBSTITUTION;
        boolean assigned = ASSIGNMENT
                .matcher(text.substring(Math.min(wordBegins, parameter.start()), parameter.start()))
                .matches();
        return split && !assigned && !lastWord.equals("case") ? Optional.of(parameter.group()) : Optional.empty();
    }

    private void toggle(Place place, boolean inside) {
        if (inside) {
            places.pop();
        } else {
            places.push(place);
        }
        at++;
    }

    private void enter(Place place, int length) {
        places.push(place);
        at += length;
        wordBegins = at;
        lastWord = "";
    }

    private void leave(int length) {
        places.pop();
        at += length;
    }

    private int behind(String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found + end.length();
    }
}
