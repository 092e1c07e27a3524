package org.labcast.publisher.taskfile;

import java.util.Optional;
import org.labcast.model.Printable;
import org.labcast.model.Task;

/** Which commands can stand in a line of a task file. */
public final class CommandText {
    private CommandText() {}

    /** Why the command, without blanks around it, cannot be a line: the end of a sentence that begins with "it". */
    public static Optional<String> problem(String command) {
        if (command.isEmpty()) {
            return Optional.of("is empty");
        } else if (command.startsWith("#")) {
            return Optional.of("begins with '#', which makes a comment of it");
        } else if (TaskFileParser.continues(command)) {
            return Optional.of("ends with a '\\', which continues the line");
        } else if (command.length() > Task.LONGEST) {
            return Optional.of("has more than " + Task.LONGEST + " characters");
        } else if (IpAddress.is(command)) {
            return Optional.of("is only an IP address, which in the last line is a log address");
        } else if (hasHidden(command)) {
            return Optional.of("holds a line break or another character that cannot be seen");
        }
        return Optional.empty();
    }

    /** A person who looks through the file must see all that will run. */
    private static boolean hasHidden(String command) {
        String tabless = command.replace('\t', ' ');
        return !Printable.of(tabless).equals(tabless);
    }
}
