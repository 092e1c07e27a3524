package org.labcast.agent.machine;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.labcast.correction.Machine;
import org.labcast.correction.MachineFacts;
import org.labcast.correction.NameKind;
import org.labcast.correction.PathKind;

/**
 * A machine as somebody describes it in JSON; nothing but the description is believed.
 *
 * <p>Keys, each optional: lists of texts {@code executables} (a bare name, or a path in a directory of programs, is on PATH; any
 * other path merely exists), {@code files}, {@code directories} (relative to the working directory, absolute or {@code ~/…}),
 * {@code packages}, {@code units}, {@code users}, {@code groups}; texts {@code user}, {@code os}, {@code packageManager}; {@code sudo}, true or false,
 * whether it works without a password (true unless said otherwise, as on the machines of a lab); {@code queries}, from a
 * read-only query to what it prints.
 */
public final class RecordedFacts implements MachineFacts {
    private static final List<String> MANAGERS = List.of("apt-get", "apt", "dnf", "yum", "zypper", "pacman", "apk");

    private final Map<NameKind, Set<String>> names = new EnumMap<>(NameKind.class);
    private final RecordedPaths paths;
    private final RecordedAnswers answers;
    private final Machine machine;

    private RecordedFacts(RecordedFields facts) {
        String user = facts.text("user");
        paths = new RecordedPaths(user);
        facts.texts("directories").forEach(paths::addDirectory);
        facts.texts("files").forEach(paths::addFile);
        facts.texts("executables").forEach(paths::addExecutable);
        names.put(NameKind.EXECUTABLES, paths.executables());
        names.put(NameKind.PACKAGES, new TreeSet<>(facts.texts("packages")));
        names.put(
                NameKind.UNITS,
                facts.texts("units").stream()
                        .map(unit -> unit.contains(".") ? unit : unit + ".service")
                        .collect(Collectors.toCollection(TreeSet::new)));
        names.put(NameKind.USERS, new TreeSet<>(facts.texts("users")));
        names.put(NameKind.GROUPS, new TreeSet<>(facts.texts("groups")));
        answers = new RecordedAnswers(facts.map("queries"));
        machine = new Machine(facts.text("os"), manager(facts), user, facts.flag("sudo", true));
    }

    /** @throws org.labcast.model.InvalidValueException when a key is unknown or its value is of another kind */
    public static RecordedFacts of(Map<?, ?> facts) {
        return new RecordedFacts(new RecordedFields(facts));
    }

    /** The one that is named, else the first that is among the executables. */
    private String manager(RecordedFields facts) {
        String named = facts.text("packageManager");
        String found = named.isEmpty()
                ? MANAGERS.stream()
                        .filter(names(NameKind.EXECUTABLES)::contains)
                        .findFirst()
                        .orElse("")
                : named;
        return found.equals("apt") ? "apt-get" : found;
    }

    @Override
    public Set<String> names(NameKind kind) {
        return names.getOrDefault(kind, Set.of());
    }

    @Override
    public PathKind path(String path) {
        return paths.kind(path);
    }

    @Override
    public Set<String> entries(String directory) {
        return paths.entries(directory);
    }

    /** The system's own folders are, as on every machine. */
    @Override
    public boolean isGuarded(String path) {
        return path.matches("/(?:etc|usr)/(?!local/share).*") && !path.contains("..");
    }

    @Override
    public Machine machine() {
        return machine;
    }

    @Override
    public Optional<String> answer(String query) {
        return answers.find(query);
    }
}
