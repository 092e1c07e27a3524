package org.labcast.services.generate;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A piece of Java: on one line when it fits, else with an element a line, each 8 columns further in. */
sealed interface Code {
    /** Of 120 columns, with room for what closes the brackets around it. */
    int WIDTH = 115;

    /** All of it on one line. */
    String line();

    /** On several lines, the first beginning at a column, the others relative to that. */
    String broken(int column);

    default String at(int column) {
        return column + line().length() <= WIDTH ? line() : broken(column);
    }

    static Code text(String text) {
        return new Text(text);
    }

    /** A list in brackets, which belong to {@code before} and {@code after}. */
    static Code list(String before, List<String> elements, String after) {
        return new Group(before, elements.stream().map(Code::text).toList(), after);
    }

    /** What has its lines already, or only one. */
    record Text(String line) implements Code {
        @Override
        public String broken(int column) {
            return line;
        }
    }

    /** Elements in brackets. */
    record Group(String before, List<Code> elements, String after) implements Code {
        @Override
        public String line() {
            return before + elements.stream().map(Code::line).collect(Collectors.joining(", ")) + after;
        }

        @Override
        public String broken(int column) {
            return elements.isEmpty()
                    ? line()
                    : elements.stream()
                            .map(element -> Layout.further(element.at(column + 8)))
                            .collect(Collectors.joining(",\n", before.stripTrailing() + "\n", after));
        }
    }

    /** Calls on what another call gives. */
    record Chain(Code begin, List<Code> calls) implements Code {
        @Override
        public String line() {
            return Stream.concat(Stream.of(begin), calls.stream())
                    .map(Code::line)
                    .collect(Collectors.joining());
        }

        @Override
        public String broken(int column) {
            return begin.at(column)
                    + calls.stream()
                            .map(call -> "\n" + Layout.further(call.at(column + 8)))
                            .collect(Collectors.joining());
        }
    }
}
