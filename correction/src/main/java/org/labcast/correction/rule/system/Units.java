package org.labcast.correction.rule.system;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.labcast.correction.FailureContext;
import org.labcast.correction.NameKind;
import org.labcast.correction.shell.Word;

/** What the rules about names of systemd's units share. */
final class Units {
    private static final Pattern UNKNOWN = Pattern.compile(
            "Unit (?:file )?([\\w@.:\\\\-]+?)(?:\\.service)? (?:not found|could not be found|does not exist|not loaded)"
                    + "|^No files found for ([\\w@.:\\\\-]+?)(?:\\.service)?\\.$");
    private static final Pattern UNRECOGNIZED = Pattern.compile("^([\\w@.-]+): unrecognized service");
    private static final String SERVICE = ".service";

    private Units() {}

    /** The word that names a unit which the machine does not have. */
    static Optional<Word> unknown(FailureContext context) {
        if (!context.runs("systemctl", "service", "journalctl")) {
            return Optional.empty();
        }
        return context.says()
                .find(UNKNOWN)
                .or(() -> context.says().find(UNRECOGNIZED))
                .flatMap(said -> context.command().operands().stream()
                        .filter(word -> plain(word.value()).equals(named(said)) && word.bare())
                        .findFirst());
    }

    private static String named(Matcher said) {
        return said.group(1) == null && said.groupCount() > 1 ? said.group(2) : said.group(1);
    }

    /** The machine's units, services without their suffix. */
    static Set<String> here(FailureContext context) {
        return context.facts().names(NameKind.UNITS).stream().map(Units::plain).collect(Collectors.toSet());
    }

    static String plain(String unit) {
        return unit.endsWith(SERVICE) ? unit.substring(0, unit.length() - SERVICE.length()) : unit;
    }

    /** What {@link #plain} took away. */
    static String suffix(String unit) {
        return unit.endsWith(SERVICE) ? SERVICE : "";
    }
}
