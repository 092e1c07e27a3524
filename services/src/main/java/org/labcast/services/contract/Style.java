package org.labcast.services.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words that say how something takes part in an interaction: one enumeration for each kind of thing. */
public interface Style {
    /** As it is written in a description. */
    String word();

    /** How a component works. */
    enum OfComponent implements Style {
        CALL_RETURN("Call Return"),
        COMMUNICATING_PROCESS("Communicating Process");
        private final String word;

        OfComponent(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** What a port does. */
    enum OfPort implements Style {
        CALLER("caller"),
        CALLEE("callee"),
        PROCESS("process");
        private final String word;

        OfPort(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** What a connector carries. */
    enum OfConnector implements Style {
        CALL_RETURN("Call Return"),
        DATA_STREAM("Data Stream");
        private final String word;

        OfConnector(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** Which end of a connector a role is. */
    enum OfRole implements Style {
        INPUT("input"),
        OUTPUT("output");
        private final String word;

        OfRole(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
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
