package org.labcast.publisher.terminal;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Where a command was typed. All commands take these from here and none from the virtual machine, which may serve several
 * at a time.
 *
 * @param terminals which of {@code in}, {@code out} and {@code err} are terminals
 * @param environment of whoever typed it, as far as commands look at it
 * @param folder to which relative paths belong
 * @param posted told the id of each job that the broker has got
 */
public record Terminal(
        Streams streams,
        Set<String> terminals,
        Map<String, String> environment,
        Path folder,
        Cancellation cancellation,
        Consumer<String> posted) {
    /** Standard input, output and error. */
    public record Streams(InputStream in, OutputStream out, OutputStream err) {}

    public Terminal {
        terminals = Set.copyOf(terminals);
        environment = Map.copyOf(environment);
    }

    /** Of this process. The launcher says what are terminals, since Java cannot tell its streams apart. */
    public static Terminal ofProcess() {
        return new Terminal(
                new Streams(System.in, System.out, System.err),
                Set.of(System.getProperty("labcast.terminal", "").split(",")),
                System.getenv(),
                Path.of("").toAbsolutePath(),
                Cancellation.ofProcess(),
                job -> {});
    }

    public boolean isTerminal(String stream) {
        return terminals.contains(stream);
    }

    /** Colour only on a terminal, and not where {@code NO_COLOR} is set (no-color.org). */
    public boolean colours(String stream) {
        return isTerminal(stream) && variable("NO_COLOR").isEmpty();
    }

    /** The value of an environment variable; empty when it is not set. */
    public String variable(String name) {
        return environment.getOrDefault(name, "");
    }

    /** In which times are told: {@code TZ} where it names a region, else that of the machine. */
    public ZoneId zone() {
        String zone = variable("TZ");
        try {
            return zone.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(zone.startsWith(":") ? zone.substring(1) : zone);
        } catch (DateTimeException e) {
            return ZoneId.systemDefault();
        }
    }

    /** A path as it was typed, as this process must name it; it is left as typed where both mean the same. */
    public Path path(String typed) {
        Path path = Path.of(typed);
        return folder.equals(Path.of("").toAbsolutePath()) ? path : folder.resolve(path);
    }
}
