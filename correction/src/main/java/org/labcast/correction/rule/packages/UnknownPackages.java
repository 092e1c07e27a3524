package org.labcast.correction.rule.packages;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.shell.Word;

/** The packages that a manager does not know, in what each of them prints (apt 2.6, dnf 4 and 5, zypper 1.14, pacman 6, apk 2). */
final class UnknownPackages {
    private static final String NAME = "[`'\"]?([\\w.+:@-]+)";
    private static final Pattern UNKNOWN = Pattern.compile("(?:^E: Unable to locate package " + NAME
            + "|^E: Package " + NAME + "' has no installation candidate"
            + "|^No match for (?:argument|group package): ?" + NAME
            + "|^Error: Unable to find a match: ?" + NAME
            + "|^No package " + NAME + " available"
            + "|^error: (?:target|package) not found: ?" + NAME
            + "|^No provider of " + NAME + "' found"
            + "|^Package " + NAME + "' not found"
            + "|^ {2}" + NAME + " \\(no such package\\)"
            + "|^(?:dpkg-query|dpkg): (?:error: )?package " + NAME + "' is not installed"
            + "|^(?:\\S*/)?dpkg-reconfigure: " + NAME + " is not installed"
            + "|^dpkg-query: no packages found matching " + NAME
            + "|^package " + NAME + " is not installed"
            + "|^Error: (?:No available formula with the name|Unable to resolve argument) " + NAME + ")");

    /** They speak of packages and fetch none. */
    private static final Set<String> ABOUT_PACKAGES =
            Set.of("dpkg", "dpkg-query", "dpkg-reconfigure", "apt-cache", "apt-mark", "rpm", "debsums");

    private UnknownPackages() {}

    /** Those of the failing command's words that the manager named as unknown. */
    static List<Word> of(FailureContext context) {
        return Family.of(context.command().tool()).isEmpty()
                        && !ABOUT_PACKAGES.contains(context.command().tool())
                ? List.of()
                : context.says()
                        .findAll(UNKNOWN)
                        .flatMap(said -> Stream.iterate(1, i -> i <= said.groupCount(), i -> i + 1)
                                .map(said::group)
                                .filter(name -> name != null))
                        .distinct()
                        .flatMap(name -> context.command().args().stream().filter(word -> word.is(name)))
                        .distinct()
                        .toList();
    }
}
