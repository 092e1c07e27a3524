package org.labcast.services.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words that say how something takes part in an interaction: one enumeration for each kind of thing. */
public interface Style {
    /** Of an enumeration's constant. */
    String name();

    /** As the paper's figures write it: {@code caller}, and {@code Call Return} when it is two words. */
    default String word() {
        List<String> words = List.of(name().toLowerCase(Locale.ROOT).split("_"));
        return words.size() == 1
                ? words.get(0)
                : words.stream()
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining(" "));
    }

    /** How a component works. */
    enum OfComponent implements Style {
        CALL_RETURN,
        COMMUNICATING_PROCESS
    }

    /** What a port does. */
    enum OfPort implements Style {
        CALLER,
        CALLEE,
        PROCESS
    }

    /** What a connector carries. */
    enum OfConnector implements Style {
        CALL_RETURN,
        DATA_STREAM
    }

    /** Which end of a connector a role is. */
    enum OfRole implements Style {
        INPUT,
        OUTPUT
    }

    /** The style that a text names, whatever the case of its letters and whether blanks or dashes part its words. */
    static <S extends Style> Optional<S> named(String text, S[] styles) {
        String plain = plain(text);
        return Arrays.stream(styles)
                .filter(style -> plain(style.word()).equals(plain))
                .findFirst();
    }

    /** All words of a kind, for messages. */
    static List<String> words(Style[] styles) {
        return Arrays.stream(styles).map(Style::word).toList();
    }

    private static String plain(String text) {
        return text.strip().replaceAll("[ _-]+", " ").toLowerCase(Locale.ROOT);
    }
}
