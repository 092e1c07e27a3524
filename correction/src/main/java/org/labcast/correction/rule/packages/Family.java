package org.labcast.correction.rule.packages;

import java.util.Optional;
import java.util.Set;
import org.labcast.correction.FailureContext;
import org.labcast.correction.NameKind;

/** Package managers whose packages bear the same names. */
enum Family {
    APT,
    DNF,
    ZYPPER,
    PACMAN,
    APK;

    /** The family of a tool such as {@code yum}; empty when it is no package manager that we know. */
    static Optional<Family> of(String tool) {
        return switch (tool) {
            case "apt-get", "apt", "aptitude", "nala" -> Optional.of(APT);
            case "dnf", "yum", "dnf5", "microdnf" -> Optional.of(DNF);
            case "zypper" -> Optional.of(ZYPPER);
            case "pacman", "yay", "paru", "pikaur", "yaourt" -> Optional.of(PACMAN);
            case "apk" -> Optional.of(APK);
            default -> Optional.empty();
        };
    }

    /** Whether the failing command is one of these managers. */
    boolean runsIn(FailureContext context) {
        return of(context.command().tool()).equals(Optional.of(this));
    }

    /** Whether the machine has a package of that name, as far as it can tell. */
    static boolean mayHave(FailureContext context, String name) {
        Set<String> known = context.facts().names(NameKind.PACKAGES);
        return known.isEmpty() || known.contains(name);
    }
}
