package org.labcast.publisher.cli.services;

import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.labcast.publisher.cli.HomeOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What a generated program is compiled with and runs with. */
@Command(
        name = "class-path",
        mixinStandardHelpOptions = true,
        description = "Prints the Java class path of this Labcast, for programs that use its classes.")
final class ServicesClassPathCommand implements Callable<Integer> {
    @Mixin
    private final HomeOption home = new HomeOption();

    @Override
    public Integer call() {
        String path = Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().normalize().toString())
                .collect(Collectors.joining(File.pathSeparator));
        home.console().print(path);
        return 0;
    }
}
