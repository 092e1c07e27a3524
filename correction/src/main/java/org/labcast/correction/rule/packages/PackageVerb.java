package org.labcast.correction.rule.packages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.labcast.correction.shell.Word;

/**
 * What is wanted of a package manager.
 *
 * @param written the word that says it in the manager that was called, such as {@code -S} or {@code add}
 */
record PackageVerb(Deed deed, String written) {
    enum Deed {
        INSTALL,
        REMOVE,
        REFRESH,
        UPGRADE,
        SEARCH,
        SHOW
    }

    private static final Map<String, Deed> WORDS = Map.ofEntries(
            Map.entry("install", Deed.INSTALL),
            Map.entry("localinstall", Deed.INSTALL),
            Map.entry("groupinstall", Deed.INSTALL),
            Map.entry("in", Deed.INSTALL),
            Map.entry("add", Deed.INSTALL),
            Map.entry("remove", Deed.REMOVE),
            Map.entry("uninstall", Deed.REMOVE),
            Map.entry("purge", Deed.REMOVE),
            Map.entry("erase", Deed.REMOVE),
            Map.entry("rm", Deed.REMOVE),
            Map.entry("del", Deed.REMOVE),
            Map.entry("refresh", Deed.REFRESH),
            Map.entry("ref", Deed.REFRESH),
            Map.entry("makecache", Deed.REFRESH),
            Map.entry("check-update", Deed.REFRESH),
            Map.entry("upgrade", Deed.UPGRADE),
            Map.entry("up", Deed.UPGRADE),
            Map.entry("search", Deed.SEARCH),
            Map.entry("se", Deed.SEARCH),
            Map.entry("info", Deed.SHOW),
            Map.entry("show", Deed.SHOW));

    private static final Map<String, Deed> PACMAN = Map.of(
            "-S", Deed.INSTALL,
            "-Sy", Deed.REFRESH,
            "-Syy", Deed.REFRESH,
            "-Syu", Deed.UPGRADE,
            "-Ss", Deed.SEARCH,
            "-Si", Deed.SHOW,
            "-R", Deed.REMOVE,
            "-Rs", Deed.REMOVE,
            "-Rns", Deed.REMOVE);

    /** The first argument that is a verb of the manager; empty when the tool is none, or wants what others cannot do. */
    static Optional<PackageVerb> read(String manager, List<Word> args) {
        return args.stream()
                .flatMap(word -> deed(manager, word.value()).map(deed -> new PackageVerb(deed, word.value())).stream())
                .findFirst();
    }

    private static Optional<Deed> deed(String manager, String word) {
        return switch (manager) {
            case "pacman", "yay", "paru" -> Optional.ofNullable(PACMAN.get(word));
            // The same word refreshes the lists here and upgrades the machine there.
            case "apt", "apt-get", "aptitude", "nala", "apk", "brew" ->
                word.equals("update") ? Optional.of(Deed.REFRESH) : Optional.ofNullable(WORDS.get(word));
            case "dnf", "dnf5", "microdnf", "yum", "zypper" ->
                word.equals("update") ? Optional.of(Deed.UPGRADE) : Optional.ofNullable(WORDS.get(word));
            case "apt-cache" -> Optional.ofNullable(WORDS.get(word));
            default -> Optional.empty();
        };
    }

    /** Whether the word says what is wanted, not of which package: the verb, or {@code group} before it. */
    boolean isPartOf(Word word) {
        return word.is(written) || word.is("group");
    }

    /** The call by which another manager does it, without the packages; empty for a manager that we do not know. */
    Optional<String> in(String manager) {
        return Optional.ofNullable(
                switch (deed) {
                    case INSTALL -> Calls.INSTALL.get(manager);
                    case REMOVE -> Calls.REMOVE.get(manager);
                    case REFRESH -> Calls.REFRESH.get(manager);
                    case UPGRADE -> Calls.UPGRADE.get(manager);
                    case SEARCH -> Calls.SEARCH.get(manager);
                    case SHOW -> Calls.SHOW.get(manager);
                });
    }

    /** Per deed, the managers' calls, such that nobody is asked anything. */
    private static final class Calls {
        private static final Map<String, String> INSTALL = calls(
                "apt-get install -y",
                "dnf install -y",
                "yum install -y",
                "zypper -n install",
                "pacman -S --noconfirm",
                "apk add");
        private static final Map<String, String> REMOVE = calls(
                "apt-get remove -y",
                "dnf remove -y",
                "yum remove -y",
                "zypper -n remove",
                "pacman -R --noconfirm",
                "apk del");
        private static final Map<String, String> REFRESH =
                calls("apt-get update", "dnf makecache", "yum makecache", "zypper refresh", "pacman -Sy", "apk update");
        private static final Map<String, String> UPGRADE = calls(
                "apt-get upgrade -y",
                "dnf upgrade -y",
                "yum update -y",
                "zypper -n update",
                "pacman -Syu --noconfirm",
                "apk upgrade");
        private static final Map<String, String> SEARCH =
                calls("apt-cache search", "dnf search", "yum search", "zypper search", "pacman -Ss", "apk search");
        private static final Map<String, String> SHOW =
                calls("apt-cache show", "dnf info", "yum info", "zypper info", "pacman -Si", "apk info");

        private static Map<String, String> calls(
                String apt, String dnf, String yum, String zypper, String pacman, String apk) {
            return Map.of("apt-get", apt, "dnf", dnf, "yum", yum, "zypper", zypper, "pacman", pacman, "apk", apk);
        }
    }
}
