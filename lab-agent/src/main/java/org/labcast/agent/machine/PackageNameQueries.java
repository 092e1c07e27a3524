package org.labcast.agent.machine;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How each package manager is asked, without the network, for the names of all packages that it knows. */
final class PackageNameQueries {
    private static final int MOST = 200_000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9+._@:-]{0,127}");

    private PackageNameQueries() {}

    private static Optional<Query> query(String manager) {
        return switch (manager) {
            case "apt-get" -> Optional.of(Query.names("apt-cache", "pkgnames"));
            case "dnf" -> Optional.of(Query.names("dnf", "-C", "-q", "repoquery", "--qf", "%{name}\\n"));
            case "yum" -> Optional.of(Query.names("repoquery", "-C", "-q", "-a", "--qf", "%{name}"));
            case "zypper" ->
                Optional.of(
                        Query.names("zypper", "--non-interactive", "--no-refresh", "-q", "search", "-t", "package"));
            case "pacman" -> Optional.of(Query.names("pacman", "-Slq"));
            case "apk" -> Optional.of(Query.names("apk", "--no-network", "search", "-q"));
            default -> Optional.empty();
        };
    }

    /** At most {@value #MOST} names; none when the manager has no list of its own at hand. */
    static NameSet ask(String manager, Queries queries) {
        return new NameSet(query(manager).flatMap(queries::ask).stream()
                .flatMap(String::lines)
                .flatMap(line -> manager.equals("zypper") ? second(line) : Stream.of(line.strip()))
                .filter(name -> NAME.matcher(name).matches())
                .limit(MOST));
    }

    /** Of zypper's table {@code S | Name | Summary | Type}. */
    private static Stream<String> second(String line) {
        return Stream.of(line.split("\\|")).skip(1).limit(1).map(String::strip).filter(name -> !name.equals("Name"));
    }
}
