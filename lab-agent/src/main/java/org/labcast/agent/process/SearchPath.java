package org.labcast.agent.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where programs are looked up: always the same places, whatever the agent's own environment says. */
public final class SearchPath {
    static final String VALUE = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    private static final List<String> FOLDERS = List.of(VALUE.split(":"));

    private SearchPath() {}

    /** The program of that name, or at that absolute path. */
    public static Optional<Path> find(String program) {
        return FOLDERS.stream()
                .map(folder -> Path.of(folder).resolve(program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    public static String require(String program) throws CannotStartException {
        return find(program)
                .map(Path::toString)
                .orElseThrow(() -> new CannotStartException("There is no '" + program + "' on this host."));
    }
}
