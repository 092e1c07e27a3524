package org.labcast.services.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What becomes of a tool's output, named by the function that {@code Return} (or {@code Post}) writes. */
public enum Decoder {
    /** The output is of no interest. */
    NOTHING("", ""),
    /** All of standard output, as text. */
    TEXT("getOutputStream", "String"),
    /** Its lines. */
    LINES("getLines", "String[]"),
    /** The exit code, and then a code other than 0 is no failure. */
    EXIT_CODE("getExitCode", "int"),
    /** A value written in JSON. */
    JSON("getJson", ""),
    /** A stream of lines as they come; the paper spells it so. */
    STREAM("sendOutPutStream", "String");

    private final String function;
    private final String type;

    Decoder(String function, String type) {
        this.function = function;
        this.type = type;
    }

    /** As a description writes it; empty for {@link #NOTHING}. */
    public String function() {
        return function;
    }

    /** What it gives, as a description writes it; empty when that is nothing, or any type. */
    String type() {
        return type;
    }

    static Optional<Decoder> named(String function) {
        return Arrays.stream(values())
                .filter(one -> !one.function.isEmpty() && one.function.equalsIgnoreCase(function))
                .findFirst();
    }

    /** All functions, for messages. */
    static List<String> functions() {
        return Arrays.stream(values())
                .map(Decoder::function)
                .filter(function -> !function.isEmpty())
                .toList();
    }
}
