package org.labcast.shell;

import java.util.List;

/**
 * What a shell reads before it runs anything of it: one line, or all the lines that belong together.
 *
 * @param start index of its first character in the text
 * @param end index behind its last character, here-documents included and the last line feed left out
 * @param text as written
 * @param commands all simple commands in it, in the order of the text
 * @param functions those that it defines, wherever they stand in it
 * @param onlyFunctions whether it does nothing but define them
 */
public record CompleteCommand(
        int start, int end, String text, List<SimpleCommand> commands, List<String> functions, boolean onlyFunctions) {
    public CompleteCommand {
        commands = List.copyOf(commands);
        functions = List.copyOf(functions);
    }
}
