package org.labcast.services.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.labcast.services.acme.Acme;
import org.labcast.services.acme.Document;
import org.labcast.services.acme.Finding;
import org.labcast.services.acme.Finding.Severity;
import org.labcast.services.check.Checked;
import org.labcast.services.check.Checker;

/** Descriptions that are good. */
final class Described {
    private Described() {}

    static Checked files(String... names) throws IOException {
        return checked(Stream.of(names).map(Described::document).toList());
    }

    static Checked text(String... texts) {
        return checked(
                Stream.of(texts).map(text -> Acme.read("test.acme", text)).toList());
    }

    private static Checked checked(List<Document> documents) {
        Checked checked = Checker.check(documents, List.of(), false);
        assertThat(checked.findings())
                .filteredOn(found -> found.severity() == Severity.ERROR)
                .extracting(Finding::toString)
                .isEmpty();
        return checked;
    }

    private static Document document(String name) {
        return Acme.read(name, resource(name));
    }

    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Described.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
