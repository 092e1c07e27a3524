package org.labcast.shell;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into the commands that a shell would run, one after the other. */
public final class ShellText {
    private ShellText() {}

    /**
     * The whole command that begins at an index, which is neither blank nor a comment.
     *
     * @throws ShellSyntaxException when it never ends, or no shell would accept it
     */
    public static CompleteCommand commandAt(String text, int from, Dialect dialect) {
        return new CommandReader(text, from, dialect).read();
    }

    /**
     * All commands of a text, without blank lines and comments between them.
     *
     * @throws ShellSyntaxException at the first thing that no shell would accept
     */
    public static List<CompleteCommand> commands(String text, Dialect dialect) {
        List<CompleteCommand> commands = new ArrayList<>();
        int at = start(text, 0);
        while (at < text.length()) {
            CompleteCommand command = commandAt(text, at, dialect);
            commands.add(command);
            at = start(text, command.end());
        }
        return commands;
    }

    /** The index of the next character that is neither blank nor part of a comment. */
    private static int start(String text, int from) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (Character.isWhitespace(c)) {
                at++;
            } else {
                return at;
            }
        }
        return at;
    }
}
