package org.labcast.services.check;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labcast.services.contract.PortMetadata;
import org.labcast.services.contract.Style.OfPort;
import org.labcast.services.contract.Terms;
import org.labcast.services.contract.Terms.SlowReader;

/** Reads under which terms a port runs, and what people are told about it. */
final class TermsReader {
    /** A day: what takes longer is a job. */
    private static final long LONGEST_SECONDS = 24 * 60 * 60;
    /** 1 GiB: callers hold the output of a call in memory. */
    private static final long LARGEST_OUTPUT = 1L << 30;

    private static final long MOST_SLOTS = 1000;
    private static final int LONGEST_DOCUMENTATION = 4000;

    private static final Pattern USER = Pattern.compile("[a-z_][a-z0-9_-]{0,31}");
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.+_-]{0,31}");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s*([A-Za-z_]\\w{0,62})\\s*=([^=,]*)");
    private static final Map<OfPort, List<String>> MEANINGLESS = Map.of(
            OfPort.PROCESS, List.of(Vocabulary.TIMEOUT, Vocabulary.OUTPUT_LIMIT),
            OfPort.CALLEE, List.of(Vocabulary.SLOW_READER));

    private final Findings findings;

    TermsReader(Findings findings) {
        this.findings = findings;
    }

    Terms terms(TypedNode port, OfPort style) {
        MEANINGLESS.getOrDefault(style, List.of()).stream()
                .filter(property -> port.text(property).isPresent())
                .forEach(property -> findings.note(
                        port.at(property), "'" + property + "' has no effect on a " + style.word() + " port."));
        Terms usual = Terms.USUAL;
        return new Terms(
                Duration.ofSeconds(port.number(Vocabulary.TIMEOUT, 1, LONGEST_SECONDS)
                        .orElse(usual.timeout().toSeconds())),
                port.number(Vocabulary.OUTPUT_LIMIT, 1, LARGEST_OUTPUT).orElse(usual.outputLimit()),
                (int) port.number(Vocabulary.SLOTS, 1, MOST_SLOTS).orElse(usual.slots()),
                slowReader(port),
                port.truth(Vocabulary.IDEMPOTENT),
                port.text(Vocabulary.USER, USER, "the name of a user, such as nobody"));
    }

    private SlowReader slowReader(TypedNode port) {
        Optional<String> text = port.text(Vocabulary.SLOW_READER, Pattern.compile("(?i)block|drop"), "block or drop");
        return text.map(word -> SlowReader.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Terms.USUAL.slowReader());
    }

    PortMetadata metadata(TypedNode port) {
        String documentation = port.text(Vocabulary.DOCUMENTATION).orElse("");
        if (documentation.length() > LONGEST_DOCUMENTATION) {
            findings.error(
                    port.at(Vocabulary.DOCUMENTATION),
                    "'" + Vocabulary.DOCUMENTATION + "' is longer than " + LONGEST_DOCUMENTATION + " characters.");
        }
        return new PortMetadata(
                port.text(Vocabulary.VERSION, VERSION, "a version such as 1.0").orElse(PortMetadata.NOTHING.version()),
                documentation,
                attributes(port),
                port.truth(Vocabulary.SHARED_GUI));
    }

    private Map<String, String> attributes(TypedNode port) {
        Map<String, String> attributes = new HashMap<>();
        for (String written : port.text(Vocabulary.ATTRIBUTES).stream()
                .flatMap(text -> Pattern.compile(",").splitAsStream(text))
                .toList()) {
            Matcher attribute = ATTRIBUTE.matcher(written);
            if (!attribute.matches()) {
                findings.error(
                        port.at(Vocabulary.ATTRIBUTES),
                        "'" + written.strip() + "' is no attribute; write name=value, with commas between them.");
            } else if (attributes.putIfAbsent(
                            attribute.group(1), attribute.group(2).strip())
                    != null) {
                findings.error(
                        port.at(Vocabulary.ATTRIBUTES), "The attribute '" + attribute.group(1) + "' is there twice.");
            }
        }
        return attributes;
    }
}
