package org.labcast.agent.machine;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.labcast.correction.Machine;
import org.labcast.correction.MachineFacts;
import org.labcast.correction.NameKind;
import org.labcast.correction.PathKind;

/**
 * This machine, seen by one user from one directory; make one for each task and throw it away after it.
 *
 * <p>Looks only when asked, remembers what it saw, and is for one thread. Queries run as that user and are those of
 * {@link HarmlessQueries}; a query that fails is answered with "nothing known".
 */
public final class LinuxMachineFacts implements MachineFacts {
    private final MachineCatalog known;
    private final Path directory;
    private final String user;
    private final List<Path> searchPath;
    private final Queries queries;
    private final UserFileView files;
    private final Map<Path, PathKind> kinds = new HashMap<>();
    private final Map<Path, Set<String>> entries = new HashMap<>();
    private final Map<NameKind, Set<String>> names = new EnumMap<>(NameKind.class);
    private final Map<Query, Optional<String>> answers = new HashMap<>();
    private @Nullable Machine machine;

    /**
     * @param known what earlier tasks have seen
     * @param directory where the command runs
     * @param user whom it runs as
     * @param searchPath the PATH that it is given, directories separated by colons; relative ones are left out
     */
    public static LinuxMachineFacts of(MachineCatalog known, Path directory, String user, String searchPath) {
        List<Path> absolute = Stream.of(searchPath.split(":"))
                .filter(part -> part.startsWith("/"))
                .map(Path::of)
                .toList();
        String path = String.join(":", absolute.stream().map(Path::toString).toList());
        return new LinuxMachineFacts(
                known,
                directory,
                user,
                absolute,
                Queries.asProcesses(user, path, directory),
                UserFileView.of(user, path));
    }

    LinuxMachineFacts(
            MachineCatalog known,
            Path directory,
            String user,
            List<Path> searchPath,
            Queries queries,
            UserFileView files) {
        this.known = known;
        this.directory = directory;
        this.user = user;
        this.searchPath = searchPath;
        this.queries = queries;
        this.files = files;
    }

    @Override
    public Set<String> names(NameKind kind) {
        return names.computeIfAbsent(kind, this::look);
    }

    private Set<String> look(NameKind kind) {
        return switch (kind) {
            case EXECUTABLES -> known.executables(searchPath);
            case UNITS -> known.units();
            case USERS -> known.users();
            case GROUPS -> known.groups();
            case PACKAGES -> known.packages(user, queries);
        };
    }

    @Override
    public PathKind path(String path) {
        try {
            return kinds.computeIfAbsent(directory.resolve(path), files::kind);
        } catch (InvalidPathException e) {
            return PathKind.UNKNOWN;
        }
    }

    @Override
    public Set<String> entries(String path) {
        try {
            return entries.computeIfAbsent(directory.resolve(path), files::entries);
        } catch (InvalidPathException e) {
            return Set.of();
        }
    }

    @Override
    public boolean isGuarded(String path) {
        try {
            return PathTrust.isGuarded(directory.resolve(path), user);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    @Override
    public boolean isIdleMountPoint(String path) {
        try {
            return PathTrust.isIdleMountPoint(directory.resolve(path), Path.of("/etc/fstab"), Path.of("/proc/mounts"));
        } catch (InvalidPathException e) {
            return true;
        }
    }

    @Override
    public Machine machine() {
        Machine seen = machine;
        if (seen == null) {
            seen = new Machine(known.os(), known.packageManager(), user, known.sudoWorks(user, queries));
            machine = seen;
        }
        return seen;
    }

    @Override
    public Optional<String> answer(String query) {
        return HarmlessQueries.find(query).flatMap(harmless -> answers.computeIfAbsent(harmless, this::ask));
    }

    private Optional<String> ask(Query query) {
        return query.help()
                ? known.help(
                        List.of(user, searchPath.toString(), query.command().toString()), () -> queries.ask(query))
                : queries.ask(query);
    }
}
