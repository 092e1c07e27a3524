package org.labcast.correction.rule.packages;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;

/** Which packages bring a command, as the machine's own indexes say. */
final class Owners {
    private static final int MOST = 6;
    private static final Pattern COMMAND = Pattern.compile("[\\w][\\w.+-]{0,60}");
    private static final Pattern PACKAGE =
            Pattern.compile("(?m)^((?:[\\w-]{1,40}/)?[A-Za-z0-9][\\w.+-]{0,100})(?:\\s|$)");

    private Owners() {}

    /** In the order of the index, without repetition; empty when it does not say. */
    static List<String> of(FailureContext context, Family family, String command) {
        String query = switch (family) {
            case PACMAN -> "pkgfile -b -v ";
            case DNF -> "dnf -C -q repoquery --qf %{name} --whatprovides /usr/bin/";
            default -> "";
        };
        return query.isEmpty() || !COMMAND.matcher(command).matches()
                ? List.of()
                : context.facts().answer(query + command).stream()
                        .flatMap(Owners::packages)
                        .distinct()
                        .limit(MOST)
                        .toList();
    }

    private static Stream<String> packages(String printed) {
        return PACKAGE.matcher(printed).results().map((MatchResult line) -> line.group(1));
    }
}
