package org.labcast.services.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Something to fill in.
 *
 * @param name by which its value is found in {@link Values}, and which people read
 * @param initial the value that it has at first; {@code true} or {@code false} for a {@link Kind#FLAG}
 * @param choices what a {@link Kind#CHOICE} offers
 * @param hint a sentence for people; may be empty
 */
public record Input(String name, Kind kind, String initial, List<String> choices, String hint) {
    /** What it takes. */
    public enum Kind {
        TEXT,
        /** A whole number. */
        INTEGER,
        DECIMAL,
        /** Yes or no. */
        FLAG,
        /** One of some words. */
        CHOICE,
        /** Any number of texts, one a line; lines that are empty do not count. */
        LIST
    }

    public Input {
        choices = List.copyOf(choices);
        if (kind == Kind.CHOICE && !choices.contains(initial)) {
            throw new PageException("'" + initial + "' is none of the choices of '" + name + "': " + choices);
        }
    }

    public static Input text(String name, String initial) {
        return new Input(name, Kind.TEXT, initial, List.of(), "");
    }

    public static Input integer(String name, String initial) {
        return new Input(name, Kind.INTEGER, initial, List.of(), "");
    }

    public static Input decimal(String name, String initial) {
        return new Input(name, Kind.DECIMAL, initial, List.of(), "");
    }

    public static Input flag(String name, boolean initial) {
        return new Input(name, Kind.FLAG, Boolean.toString(initial), List.of(), "");
    }

    /** The first choice is taken at first. */
    public static Input choice(String name, List<String> choices) {
        return new Input(name, Kind.CHOICE, choices.isEmpty() ? "" : choices.get(0), choices, "");
    }

    public static Input list(String name) {
        return new Input(name, Kind.LIST, "", List.of(), "");
    }

    /** The same with a sentence for people. */
    public Input hinted(String sentence) {
        return new Input(name, kind, initial, choices, sentence);
    }

    Map<String, Object> describe() {
        return Map.of(
                "name", name,
                "kind", kind.name().toLowerCase(Locale.ROOT),
                "initial", initial,
                "choices", choices,
                "hint", hint);
    }
}
