package org.labcast.agent.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.labcast.agent.process.QueryProcess;
import org.labcast.correction.PathKind;

/** What a user sees of the file system. */
interface UserFileView {
    PathKind kind(Path path);

    /** Names of what lies in a directory, up to a bound; empty when it cannot be read. */
    Set<String> entries(Path directory);

    /**
     * An agent that is root asks as the user: it could pass where that user may not. Any other agent looks itself.
     *
     * @param searchPath where stat and find are
     */
    static UserFileView of(String user, String searchPath) {
        return isRoot() && !user.equals("root")
                ? new ByQueries(new QueryProcess(user, searchPath, Queries.PATIENCE))
                : new OfTheAgent();
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            return true; // not known: then as the user
        }
    }

    /** With the agent's own rights. */
    record OfTheAgent() implements UserFileView {
        @Override
        public PathKind kind(Path path) {
            if (Files.isDirectory(path)) {
                return PathKind.DIRECTORY;
            }
            if (Files.exists(path)) {
                return PathKind.FILE;
            }
            return Files.notExists(path) ? PathKind.ABSENT : PathKind.UNKNOWN;
        }

        @Override
        public Set<String> entries(Path directory) {
            return NameScan.names(List.of(directory), any -> true);
        }
    }

    /** With the rights of another user. */
    record ByQueries(QueryProcess process) implements UserFileView {
        private static final int LINE = 10_000;
        private static final int NAMES = 1 << 20;
        private static final Path ROOT = Path.of("/");

        @Override
        public PathKind kind(Path path) {
            return process.ask(List.of("stat", "-L", "-c", "%F", "--", path.toString()), ROOT, true, LINE)
                    .map(answer -> answer.exit() == 0 ? present(answer.text()) : missing(answer.text()))
                    .orElse(PathKind.UNKNOWN);
        }

        private static PathKind present(String type) {
            return type.strip().equals("directory") ? PathKind.DIRECTORY : PathKind.FILE;
        }

        private static PathKind missing(String complaint) {
            return complaint.strip().endsWith(": No such file or directory") ? PathKind.ABSENT : PathKind.UNKNOWN;
        }

        /** Those whose name is one line. */
        @Override
        public Set<String> entries(Path directory) {
            List<String> find = List.of(
                    "find",
                    "-H",
                    directory.toString(),
                    "-mindepth",
                    "1",
                    "-maxdepth",
                    "1",
                    "!",
                    "-name",
                    "*\n*",
                    "-printf",
                    "%f\n");
            return process.ask(find, ROOT, false, NAMES).stream()
                    .flatMap(answer -> answer.text().lines())
                    .collect(Collectors.toSet());
        }
    }
}
