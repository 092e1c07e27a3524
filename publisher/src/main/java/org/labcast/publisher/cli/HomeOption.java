package org.labcast.publisher.cli;

import org.labcast.publisher.home.PublisherHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code --home} as given to {@code publisher} or to one of its commands. */
@Command
public // picocli takes nothing else for a mixin without options
final class HomeOption {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // injected by picocli
    private CommandSpec command;

    public PublisherHome home() {
        PublisherCommand root = (PublisherCommand) command.root().userObject();
        return PublisherHome.locate(root.home());
    }
}
