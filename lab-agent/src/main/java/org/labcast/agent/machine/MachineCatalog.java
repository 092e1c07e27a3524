package org.labcast.agent.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What is the same for all tasks on this machine and dear to look up: names of executables, units and packages, users, groups, sudo, usages.
 *
 * <p>Kept for {@value #MINUTES} minutes, or until the folders that it was read from change; bounded in number, so that it takes at most
 * a few tens of megabytes on the largest machines. One for each process; any thread may ask.
 */
public final class MachineCatalog {
    private static final int MINUTES = 10;
    private static final Duration AGE = Duration.ofMinutes(MINUTES);
    private static final List<String> MANAGERS = List.of("apt-get", "dnf", "yum", "zypper", "pacman", "apk");
    private static final Path ROOT = Path.of("/");
    private static final Path PASSWD = Path.of("/etc/passwd");
    private static final Path GROUP = Path.of("/etc/group");
    private static final List<Path> UNITS = Stream.of(
                    "/etc/systemd/system", "/run/systemd/system", "/usr/lib/systemd/system", "/lib/systemd/system")
            .map(Path::of)
            .toList();
    private static final List<Path> PACKAGES = Stream.of(
                    "/var/lib/apt/lists",
                    "/var/lib/dpkg/status",
                    "/var/cache/dnf",
                    "/var/cache/libdnf5",
                    "/var/cache/yum",
                    "/var/lib/rpm",
                    "/var/cache/zypp/solv",
                    "/var/lib/pacman/sync",
                    "/lib/apk/db",
                    "/var/cache/apk")
            .map(Path::of)
            .toList();

    private final ExpiringCache<List<Path>, Set<String>> executables;
    private final ExpiringCache<String, Set<String>> names;
    private final ExpiringCache<String, Set<String>> packages;
    private final ExpiringCache<String, String> texts;
    private final ExpiringCache<String, Boolean> sudo;
    private final ExpiringCache<List<String>, Optional<String>> help;

    public MachineCatalog(Clock clock) {
        executables = new ExpiringCache<>(clock, AGE, 8);
        names = new ExpiringCache<>(clock, AGE, 8);
        packages = new ExpiringCache<>(clock, AGE, 2);
        texts = new ExpiringCache<>(clock, AGE, 8);
        sudo = new ExpiringCache<>(clock, AGE, 64);
        help = new ExpiringCache<>(clock, AGE, 64);
    }

    Set<String> executables(List<Path> searchPath) {
        return executables.get(
                searchPath,
                searchPath,
                () -> NameScan.names(searchPath, file -> Files.isExecutable(file) && Files.isRegularFile(file)));
    }

    Set<String> units() {
        return names.get("units", UNITS, () -> NameScan.names(UNITS, MachineCatalog::isUnit));
    }

    private static boolean isUnit(Path file) {
        return file.toString().matches(".*\\.(?:service|socket|timer|target|mount|path)");
    }

    Set<String> users() {
        return accounts("users", PASSWD);
    }

    Set<String> groups() {
        return accounts("groups", GROUP);
    }

    /** passwd(5) and group(5) both begin a line with the name and a colon. */
    private Set<String> accounts(String what, Path file) {
        return names.get(what, List.of(file), () -> {
            try (Stream<String> lines = Files.lines(file)) {
                return new NameSet(lines.map(line -> line.replaceFirst(":.*", "")));
            } catch (IOException e) {
                return Set.of();
            }
        });
    }

    /** As the user learns them: not every user may read what each package manager has stored. */
    Set<String> packages(String user, Queries queries) {
        return packages.get(user, PACKAGES, () -> PackageNameQueries.ask(packageManager(), queries));
    }

    String os() {
        return texts.get("os", List.of(), () -> OsRelease.read(ROOT).getOrDefault("ID", ""));
    }

    String packageManager() {
        return texts.get(
                "package manager",
                List.of(),
                () -> MANAGERS.stream()
                        .filter(MachineCatalog::installed)
                        .findFirst()
                        .orElse(""));
    }

    /** Whether sudo works without a password; root needs none. */
    boolean sudoWorks(String user, Queries queries) {
        return !user.equals("root")
                && installed("sudo")
                && sudo.get(
                        user,
                        List.of(),
                        () -> queries.ask(Query.anywhere("sudo", "-n", "true")).isPresent());
    }

    /** The usage of a tool as one user and PATH see it. */
    Optional<String> help(List<String> key, Supplier<Optional<String>> look) {
        return help.get(key, List.of(), look);
    }

    private static boolean installed(String tool) {
        return Stream.of("/usr/bin/", "/sbin/", "/usr/sbin/")
                .anyMatch(place -> Files.isExecutable(Path.of(place + tool)));
    }
}
