package org.labcast.services.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.labcast.services.acme.Finding;
import org.labcast.services.acme.Finding.Severity;
import org.labcast.services.acme.Position;
import org.labcast.services.contract.ContractException;
import org.labcast.text.Spelling;

/** What is found while a file is checked. */
final class Findings {
    private static final double ALIKE = 0.75;

    /** Looking for the one that was meant takes long among many, and nobody reads so many. */
    private static final int MOST_SUGGESTIONS = 100;

    private static final int MOST_KNOWN = 1_000;

    private static final int MOST_ERRORS = 1_000;

    private int suggestions;
    private long errors;

    private final List<Finding> all = new ArrayList<>();
    private final boolean strict;

    /** @param strict whether warnings count as errors */
    Findings(boolean strict) {
        this.strict = strict;
    }

    void error(Position at, String message) {
        add(Finding.error(at, message));
    }

    void warning(Position at, String message) {
        add(Finding.warning(at, message));
    }

    void note(Position at, String message) {
        add(Finding.note(at, message));
    }

    void add(Finding found) {
        Finding counted =
                strict && found.severity() == Severity.WARNING ? Finding.error(found.at(), found.message()) : found;
        all.add(counted);
        errors += counted.severity() == Severity.ERROR ? 1 : 0;
        if (errors > MOST_ERRORS) {
            all.add(Finding.error(
                    counted.at(), "There are more than " + MOST_ERRORS + " errors; what is below was not checked."));
            throw new TooManyErrors();
        }
    }

    /** Ends a check: nobody reads so many errors, and some take long to find. */
    static final class TooManyErrors extends RuntimeException {
        private static final long serialVersionUID = 1;

        private TooManyErrors() {
            super("", null, false, false);
        }
    }

    /** What it gives, or, when it throws, an error that says why. */
    <T> Optional<T> trying(Position at, String prefix, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (ContractException e) {
            String said = prefix + e.getMessage();
            error(at, said.endsWith("?") ? said : said + ".");
            return Optional.empty();
        }
    }

    /** What it gives, when it found no error. */
    <T> Optional<T> ifGood(Supplier<Optional<T>> reading) {
        long before = errors;
        Optional<T> read = reading.get();
        return errors == before ? read : Optional.empty();
    }

    /** In the order of the file. */
    List<Finding> sorted() {
        return all.stream()
                .distinct()
                .sorted(Comparator.comparing((Finding found) -> found.at().file())
                        .thenComparing(found -> found.at().line())
                        .thenComparing(found -> found.at().column()))
                .toList();
    }

    /** As {@link #near(String, Collection, String)}, for names of the file, of which there may be thousands. */
    String suggestion(String name, Collection<String> known, String otherwise) {
        boolean isLong = ++suggestions > MOST_SUGGESTIONS || known.size() > MOST_KNOWN;
        return isLong ? otherwise : near(name, known, otherwise);
    }

    /** {@code "; did you mean 'x'?"} when a known name is near, else nothing. */
    static String near(String name, Collection<String> known) {
        return near(name, known, "");
    }

    /** What ends a sentence about an unknown name: the known names that are near, else another end. */
    static String near(String name, Collection<String> known, String otherwise) {
        List<String> near = Spelling.nearest(name, known).stream().sorted().toList();
        if (near.isEmpty()) {
            // NetworkMonitor for NetMonitor is no slip of the hand, but of the memory.
            near = Spelling.likest(name, known, ALIKE).stream().toList();
        }
        return near.isEmpty()
                ? otherwise
                : "; did you mean " + near.stream().map(one -> "'" + one + "'").collect(Collectors.joining(" or "))
                        + "?";
    }
}
