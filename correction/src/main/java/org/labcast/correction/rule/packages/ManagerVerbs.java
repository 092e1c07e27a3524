package org.labcast.correction.rule.packages;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The verbs of a package manager, and what other managers' verbs are in it. Source: the managers' {@code --help}: dnf 4.14 and 5.2,
 * yum 3.4, zypper 1.14, pacman 6.0, apk 2.14.
 *
 * @param own what it knows
 * @param foreign other words to its own, options included
 */
record ManagerVerbs(List<String> own, Map<String, String> foreign) {
    private static final String SHARED_FOREIGN =
            "uninstall=remove purge=remove delete=remove del=remove rm=remove erase=remove"
                    + " add=install in=install show=info find=search se=search";

    private static final ManagerVerbs DNF = new ManagerVerbs(
            words(
                    "alias autoremove check check-update check-upgrade clean deplist distro-sync downgrade environment group help history"
                            + " info install leaves list makecache mark module offline provides reinstall remove repo repolist repoquery repository-packages"
                            + " rpm search shell swap updateinfo upgrade upgrade-minimal update builddep changelog config-manager copr debug-dump"
                            + " debug-restore debuginfo-install download needs-restarting playground repoclosure repodiff repograph repomanage"
                            + " reposync system-upgrade versionlock advisory groupinstall grouplist groupinfo localinstall repoinfo whatprovides"),
            pairs(
                    SHARED_FOREIGN,
                    "full-upgrade=upgrade dist-upgrade=upgrade refresh=makecache build-dep=builddep"
                            + " groupinstall=group_install groupupdate=group_upgrade grouplist=group_list groupinfo=group_info"
                            + " groupremove=group_remove localinstall=install repos=repolist list-updates=check-update"));

    private static final ManagerVerbs YUM = new ManagerVerbs(
            words(
                    "check check-update clean deplist distribution-synchronization downgrade erase fs fssnapshot groups group help"
                            + " history info install langavailable langinfo langinstall langlist langremove list load-transaction makecache provides"
                            + " reinstall repo-pkgs repolist search shell swap update update-minimal updateinfo upgrade version groupinstall"
                            + " grouplist groupinfo groupupdate groupremove localinstall localupdate remove autoremove whatprovides"
                            + " resolvedep versionlock"),
            pairs(
                    SHARED_FOREIGN,
                    "full-upgrade=update dist-upgrade=update refresh=makecache repos=repolist list-updates=check-update"));

    private static final ManagerVerbs ZYPPER = new ManagerVerbs(
            words(
                    "help shell repos addrepo removerepo renamerepo modifyrepo refresh clean services addservice modifyservice"
                            + " removeservice refresh-services install remove verify source-install install-new-recommends update list-updates patch"
                            + " list-patches dist-upgrade patch-check search info patch-info pattern-info product-info patches packages patterns"
                            + " products what-provides addlock removelock locks cleanlocks locales addlocale removelocale versioncmp targetos"
                            + " licenses download source-download needs-rebooting ps purge-kernels subcommand log"),
            pairs(
                    SHARED_FOREIGN,
                    "upgrade=update list=search_--installed-only full-upgrade=dist-upgrade distro-sync=dist-upgrade"
                            + " makecache=refresh provides=what-provides whatprovides=what-provides repolist=repos"
                            + " check-update=list-updates groupinstall=install_-t_pattern grouplist=patterns"));

    private static final ManagerVerbs APK = new ManagerVerbs(
            words(
                    "add del fix update upgrade cache info list search dot policy index fetch manifest verify audit stats version"),
            pairs(
                    "install=add in=add remove=del uninstall=del purge=del delete=del erase=del rm=del show=info find=search se=search"
                            + " refresh=update makecache=update dist-upgrade=upgrade full-upgrade=upgrade reinstall=fix download=fetch"));

    private static final ManagerVerbs PACMAN = new ManagerVerbs(
            List.of(),
            pairs(
                    "install=-S add=-S in=-S remove=-R uninstall=-R erase=-R delete=-R search=-Ss find=-Ss info=-Si show=-Si"
                            + " update=-Syu upgrade=-Syu dist-upgrade=-Syu full-upgrade=-Syu refresh=-Sy list=-Q provides=-F"));

    /** Those of a tool; apt's are in {@link AptVerb}. */
    static ManagerVerbs of(String tool) {
        return switch (tool) {
            case "dnf", "dnf5", "microdnf" -> DNF;
            case "yum" -> YUM;
            case "zypper" -> ZYPPER;
            case "apk" -> APK;
            case "pacman", "yay", "paru" -> PACMAN;
            default -> new ManagerVerbs(List.of(), Map.of());
        };
    }

    /** Any word that stands for a deed, here or elsewhere. */
    List<String> all() {
        return Stream.concat(own.stream(), foreign.keySet().stream()).distinct().toList();
    }

    /** What to write for one of {@link #all}. */
    String written(String verb) {
        return foreign.getOrDefault(verb, verb);
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    private static Map<String, String> pairs(String... texts) {
        return Arrays.stream(String.join(" ", texts).split(" "))
                .map(pair -> pair.split("="))
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> pair[1].replace('_', ' '), (a, b) -> b, LinkedHashMap::new));
    }
}
