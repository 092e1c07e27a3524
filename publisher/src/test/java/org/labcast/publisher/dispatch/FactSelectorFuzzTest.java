package org.labcast.publisher.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.labcast.fuzz.ReaderFuzz;
import org.labcast.model.InvalidValueException;
import org.labcast.model.LabcastException;
import org.labcast.model.host.Facts;

/** Conditions as administrators may mistype them. */
class FactSelectorFuzzTest {
    private static final Facts FACTS = Facts.of(Map.of("os", "debian", "memory_mb", 4096L, "virtual", true));

    @Test
    void isEvaluatedOrRefused() {
        ReaderFuzz.of("condition over facts")
                .texts(List.of(
                        "os = 'debian' AND memory_mb > 4000",
                        "NOT virtual OR os LIKE 'deb%' ESCAPE '\\' AND memory_mb BETWEEN 1 AND 1e3",
                        "os IN ('a', 'b''c') OR (room IS NOT NULL) AND memory_mb * 2 - -1 / 3 <> 0x1F"))
                .words(
                        "AND ",
                        "OR ",
                        "NOT ",
                        "LIKE ",
                        "IN ",
                        "BETWEEN ",
                        "IS NULL",
                        "'",
                        "(",
                        ")",
                        "XPATH '/a'",
                        "-",
                        "TRUE",
                        "/* ")
                .tries(500)
                .refusesBy(InvalidValueException.class, LabcastException.class)
                .read(input -> FactSelector.parse(new String(input, UTF_8)).matches(FACTS));
    }
}
