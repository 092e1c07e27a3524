package org.labcast.publisher.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.home.PublisherHome;
import org.labcast.publisher.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What each command stands on: {@code --home} as given to {@code publisher} or to one of its commands, and the terminal. */
@Command
public // picocli takes nothing else for a mixin without options
final class HomeOption {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // injected by picocli
    private CommandSpec command;

    private @Nullable Console console;

    PublisherHome home() {
        return PublisherHome.locate(root().home(), root().terminal().variable("LABCAST_HOME"));
    }

    /** The objects that work on this home; the caller closes them. */
    public Wiring wiring() {
        return root().wiring(home());
    }

    /** A path as it was typed. */
    Path path(String typed) {
        try {
            return root().terminal().path(typed);
        } catch (InvalidPathException e) {
            throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** Where the command was typed; always the same one. */
    public Console console() {
        if (console == null) {
            console = new Console(root().terminal());
        }
        return console;
    }

    Terminal terminal() {
        return root().terminal();
    }

    private PublisherCommand root() {
        return (PublisherCommand) command.root().userObject();
    }
}
