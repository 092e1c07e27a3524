package org.labcast.publisher.command;

import java.nio.file.Path;
import java.util.Optional;
import org.labcast.publisher.home.PublisherHome;
import picocli.CommandLine.Option;

/** {@code --home}, for every command. */
final class HomeOption {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "The publisher's folder; else $LABCAST_HOME, else ~/.labcast.")
    private Optional<Path> home = Optional.empty();

    PublisherHome home() {
        return PublisherHome.locate(home);
    }
}
