package org.labcast.correction.shell;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A command line that was read: its simple commands, and the text that they are stretches of. */
public final class ParsedLine {
    /** The joint of the first command inside {@code $(…)}, {@code <(…)} or backquotes. */
    public static final String SUBSTITUTION = "$(";

    private final String text;
    private final List<Token> tokens;
    private final List<SimpleCommand> commands;
    private final boolean structured;
    private final boolean opaque;
    private final boolean readable;

    ParsedLine(
            String text,
            List<Token> tokens,
            List<SimpleCommand> commands,
            boolean structured,
            boolean opaque,
            boolean readable) {
        this.text = text;
        this.tokens = List.copyOf(tokens);
        this.commands = List.copyOf(commands);
        this.structured = structured;
        this.opaque = opaque;
        this.readable = readable;
    }

    /** Reads any text; what is no command line that we understand is not {@link #readable}. */
    public static ParsedLine read(String text) {
        return SimpleCommandReader.read(text);
    }

    public String text() {
        return text;
    }

    /** In the order of the line, those inside a substitution before the one whose word it is; empty when not readable. */
    public List<SimpleCommand> commands() {
        return commands;
    }

    /** Whether it holds loops or conditions, so that the text alone does not say what has run. */
    public boolean structured() {
        return structured;
    }

    /** Whether reading a word or a here-document runs commands that are not among {@link #commands}. */
    public boolean opaque() {
        return opaque;
    }

    /** Whether all quotes close and nothing is in it that this reader does not know (case, select, functions). */
    public boolean readable() {
        return readable;
    }

    /** The line with some stretches replaced; they must not overlap. */
    public String edited(Edit... edits) {
        StringBuilder mended = new StringBuilder(text);
        Stream.of(edits)
                .sorted(Comparator.comparingInt(Edit::start).reversed())
                .forEach(edit -> mended.replace(edit.start(), edit.end(), edit.with()));
        return mended.toString();
    }

    /** The line again, from what was read of it. */
    String print() {
        return tokens.stream().map(Token::text).collect(Collectors.joining());
    }
}
