package org.labcast.agent.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.labcast.correction.Machine;
import org.labcast.correction.MachineFacts;
import org.labcast.correction.NameKind;
import org.labcast.correction.PathKind;

/**
 * This machine, seen by one user from one directory; make one for each task and throw it away after it.
 *
 * <p>Looks only when asked, remembers what it saw, and is for one thread.
 */
public final class LinuxMachineFacts implements MachineFacts {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final List<String> MANAGERS = List.of("apt-get", "dnf", "yum", "zypper", "pacman", "apk");
    private static final List<String> UNIT_DIRECTORIES =
            List.of("/etc/systemd/system", "/run/systemd/system", "/usr/lib/systemd/system", "/lib/systemd/system");
    /** Their {@code --help} prints and does nothing else. */
    private static final Set<String> HELPFUL = Set.of(
            "apt-get",
            "apt-cache",
            "apt",
            "cp",
            "cut",
            "date",
            "df",
            "diff",
            "du",
            "find",
            "free",
            "git",
            "grep",
            "head",
            "ls",
            "lsblk",
            "mkdir",
            "mv",
            "ps",
            "sed",
            "sort",
            "ss",
            "stat",
            "systemctl",
            "journalctl",
            "tail",
            "tar",
            "touch",
            "uniq",
            "wc");

    private final Path directory;
    private final String user;
    private final List<Path> searchPath;
    private final Queries queries;
    private final Map<NameKind, Set<String>> names = new EnumMap<>(NameKind.class);
    private final Map<String, Optional<String>> answers = new HashMap<>();
    private @Nullable Machine machine;

    /**
     * @param directory where the command runs
     * @param user whom it runs as
     * @param searchPath the PATH that it is given, directories separated by colons
     */
    public LinuxMachineFacts(Path directory, String user, String searchPath) {
        this(directory, user, searchPath, new ProcessQueries(Path.of("/"), PATIENCE));
    }

    LinuxMachineFacts(Path directory, String user, String searchPath, Queries queries) {
        this.directory = directory;
        this.user = user;
        this.searchPath = Stream.of(searchPath.split(":"))
                .filter(part -> part.startsWith("/"))
                .map(Path::of)
                .toList();
        this.queries = queries;
    }

    @Override
    public Set<String> names(NameKind kind) {
        return names.computeIfAbsent(kind, this::look);
    }

    private Set<String> look(NameKind kind) {
        return switch (kind) {
            case EXECUTABLES ->
                NameScan.names(searchPath, file -> Files.isExecutable(file) && Files.isRegularFile(file));
            case UNITS -> NameScan.names(UNIT_DIRECTORIES.stream().map(Path::of).toList(), LinuxMachineFacts::isUnit);
            case USERS -> users();
            case PACKAGES -> packages();
        };
    }

    private static boolean isUnit(Path file) {
        return file.toString().matches(".*\\.(?:service|socket|timer|target|mount|path)");
    }

    private static Set<String> users() {
        try (Stream<String> lines = Files.lines(Path.of("/etc/passwd"))) {
            return lines.map(line -> line.replaceFirst(":.*", "")).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            return Set.of();
        }
    }

    private Set<String> packages() {
        List<String> query = switch (machine().packageManager()) {
            case "apt-get" -> List.of("apt-cache", "pkgnames");
            case "pacman" -> List.of("pacman", "-Slq");
            default -> List.of();
        };
        return query.isEmpty()
                ? Set.of()
                : queries.ask(query).stream().flatMap(String::lines).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public PathKind path(String path) {
        try {
            Path seen = directory.resolve(path);
            if (Files.isDirectory(seen)) {
                return PathKind.DIRECTORY;
            }
            if (Files.exists(seen)) {
                return PathKind.FILE;
            }
            return Files.notExists(seen) ? PathKind.ABSENT : PathKind.UNKNOWN;
        } catch (InvalidPathException e) {
            return PathKind.UNKNOWN;
        }
    }

    @Override
    public Set<String> entries(String path) {
        try {
            return NameScan.names(List.of(directory.resolve(path)), any -> true);
        } catch (InvalidPathException e) {
            return Set.of();
        }
    }

    @Override
    public Machine machine() {
        Machine known = machine;
        if (known == null) {
            known = new Machine(
                    OsRelease.read(Path.of("/")).getOrDefault("ID", ""),
                    MANAGERS.stream()
                            .filter(LinuxMachineFacts::installed)
                            .findFirst()
                            .orElse(""),
                    user,
                    sudoWorks());
            machine = known;
        }
        return known;
    }

    private static boolean installed(String tool) {
        return Stream.of("/usr/bin/", "/sbin/", "/usr/sbin/")
                .anyMatch(place -> Files.isExecutable(Path.of(place + tool)));
    }

    /** Root needs none; the agent, being root, asks in the name of another user. */
    private boolean sudoWorks() {
        if (user.equals("root") || !installed("sudo")) {
            return false;
        }
        List<String> query = new ArrayList<>();
        if (!user.equals(System.getProperty("user.name"))) {
            query.addAll(List.of("runuser", "-u", user, "--"));
        }
        query.addAll(List.of("sudo", "-n", "true"));
        return queries.ask(query).isPresent();
    }

    @Override
    public Optional<String> answer(String query) {
        String[] words = query.split(" ");
        boolean willing = words.length == 2 && HELPFUL.contains(words[0]) && words[1].equals("--help");
        return willing ? answers.computeIfAbsent(query, any -> queries.ask(List.of(words))) : Optional.empty();
    }
}
