package org.labcast.correction.effect;

import java.util.Optional;

/**
 * One option that a row allows.
 *
 * @param name as written, such as {@code -n}, {@code --lines} or, for tools with long names behind one dash, {@code -maxdepth}
 * @param value whether a value follows
 * @param kind of the value
 * @param required whether the row is only about calls with this option, or another required one
 */
record OptionSpec(String name, Value value, OperandKind kind, boolean required) {
    enum Value {
        NONE,
        /** In the same word or the next. */
        NEEDED,
        /** In the same word, or none. */
        POSSIBLE
    }

    /** Reads {@code -n:}, {@code --lines=number}, {@code --color[=]}; an exclamation mark at the end says required. */
    static OptionSpec of(String text) {
        boolean required = text.endsWith("!");
        String rest = required ? text.substring(0, text.length() - 1) : text;
        if (rest.endsWith("[=]") || rest.endsWith("?")) {
            return new OptionSpec(rest.replaceFirst("\\[=]$|\\?$", ""), Value.POSSIBLE, OperandKind.TEXT, required);
        }
        int at = rest.startsWith("--") ? rest.indexOf('=') : rest.indexOf(':');
        if (at < 0) {
            return new OptionSpec(rest, Value.NONE, OperandKind.TEXT, required);
        }
        String kind = rest.substring(at + 1);
        return new OptionSpec(
                rest.substring(0, at),
                Value.NEEDED,
                kind.isEmpty() ? OperandKind.TEXT : OperandKind.of(kind),
                required);
    }

    boolean isLetter() {
        return name.length() == 2 && name.charAt(1) != '-';
    }

    Optional<String> longName() {
        return name.startsWith("--") ? Optional.of(name) : Optional.empty();
    }
}
