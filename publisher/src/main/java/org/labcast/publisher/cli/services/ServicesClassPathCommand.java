package org.labcast.publisher.cli.services;

import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.labcast.publisher.cli.Console;
import picocli.CommandLine.Command;

/** What a generated program is compiled with and runs with. */
@Command(
        name = "class-path",
        mixinStandardHelpOptions = true,
        description = "Prints the Java class path of this Labcast, for programs that use its classes.")
final class ServicesClassPathCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        String path = Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().normalize().toString())
                .collect(Collectors.joining(File.pathSeparator));
        new Console().print(path);
        return 0;
    }
}
