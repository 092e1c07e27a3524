package org.labcast.publisher.taskfile;

import java.util.List;
import java.util.Optional;
import org.labcast.model.order.Task;
import org.labcast.shell.CompleteCommand;
import org.labcast.shell.Dialect;
import org.labcast.shell.ShellSyntaxException;
import org.labcast.shell.ShellText;
import org.labcast.text.Printable;

/** Which commands can stand in a task file. */
public final class CommandText {
    private CommandText() {}

    /** Why the command, without blanks around it, cannot stand there by itself: the end of a sentence that begins with "it". */
    public static Optional<String> problem(String command) {
        if (command.isEmpty()) {
            return Optional.of("is empty");
        } else if (command.startsWith("#")) {
            return Optional.of("begins with '#', which makes a comment of it");
        } else if (command.length() > Task.LONGEST) {
            return Optional.of("has more than " + Task.LONGEST + " characters");
        } else if (IpAddress.is(command)) {
            return Optional.of("is only an IP address, which in the last line is a log address");
        } else if (hasHidden(command)) {
            return Optional.of("holds a character that cannot be seen");
        }
        return isOne(command) ? Optional.empty() : Optional.of("is not exactly one whole command of a shell");
    }

    private static boolean isOne(String command) {
        try {
            List<CompleteCommand> commands = ShellText.commands(command, Dialect.BASH);
            return commands.size() == 1 && commands.get(0).text().equals(command);
        } catch (ShellSyntaxException e) {
            return false;
        }
    }

    /** A person who looks through the file must see all that will run. */
    private static boolean hasHidden(String command) {
        String plain = command.replace('\t', ' ').replace('\n', ' ');
        return !Printable.of(plain).equals(plain);
    }
}
