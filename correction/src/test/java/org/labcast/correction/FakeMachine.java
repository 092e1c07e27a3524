package org.labcast.correction;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A machine that knows what it was told; everything below a directory that it knows is absent unless told. */
public final class FakeMachine implements MachineFacts {
    private final Map<NameKind, Set<String>> names = new TreeMap<>();
    private final Map<String, PathKind> paths = new TreeMap<>(Map.of("/", PathKind.DIRECTORY));
    private final Map<String, String> answers = new TreeMap<>();
    private Machine machine = new Machine("debian", "apt-get", "labadmin", true);

    public FakeMachine executables(String... executables) {
        return names(NameKind.EXECUTABLES, executables);
    }

    public FakeMachine names(NameKind kind, String... some) {
        names.computeIfAbsent(kind, any -> new TreeSet<>()).addAll(Set.of(some));
        return this;
    }

    public FakeMachine file(String path) {
        return path(path, PathKind.FILE);
    }

    public FakeMachine directory(String path) {
        return path(path, PathKind.DIRECTORY);
    }

    private FakeMachine path(String path, PathKind kind) {
        paths.put(path, kind);
        return path.lastIndexOf('/') > 0 ? directory(path.substring(0, path.lastIndexOf('/'))) : this;
    }

    public FakeMachine answer(String query, String printed) {
        answers.put(query, printed);
        return this;
    }

    public FakeMachine machine(Machine other) {
        machine = other;
        return this;
    }

    @Override
    public Set<String> names(NameKind kind) {
        return names.getOrDefault(kind, Set.of());
    }

    @Override
    public PathKind path(String path) {
        return paths.getOrDefault(trimmed(path), PathKind.ABSENT);
    }

    @Override
    public Set<String> entries(String directory) {
        String prefix = directory.equals(".") ? "" : trimmed(directory).equals("/") ? "/" : trimmed(directory) + "/";
        Set<String> found = new TreeSet<>();
        for (String path : paths.keySet()) {
            String name = path.startsWith(prefix) ? path.substring(prefix.length()) : "";
            if (!name.isEmpty() && !name.contains("/")) {
                found.add(name);
            }
        }
        return found;
    }

    private static String trimmed(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    @Override
    public Machine machine() {
        return machine;
    }

    @Override
    public Optional<String> answer(String query) {
        return Optional.ofNullable(answers.get(query));
    }
}
