package org.labcast.publisher.command;

import java.nio.file.Path;
import java.util.Optional;
import org.labcast.publisher.home.PublisherHome;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code --home}, for every command, before or after its name. */
final class HomeOption {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "The publisher's folder; else $LABCAST_HOME, else ~/.labcast.")
    private Optional<Path> home = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    PublisherHome home() {
        return PublisherHome.locate(
                home.or(() -> command.root().findOption("--home").getValue()));
    }
}
