package org.labcast.correction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.labcast.model.result.Correction;

/**
 * How often the first answer of the reference (thefuck's own tests) is among our first ones, averaged per rule of the reference.
 *
 * <p>Writes every miss to {@code target/reference-corpus.txt}.
 */
@Tag("corpus")
final class ReferenceCorpusTest {
    private static final Set<String> CLASSES = Set.of("admin", "developer");
    private static final double FIRST = 0.90;
    private static final double FIRST_THREE = 0.97;

    private final Map<String, List<Integer>> ranks = new TreeMap<>();
    private final List<String> misses = new ArrayList<>();

    @Test
    void firstAnswers() throws IOException {
        for (JsonNode one : Corpus.cases("new_command.jsonl")) {
            if (CLASSES.contains(one.get("class").asText())
                    && one.get("match_same_input").asBoolean()) {
                measure(one);
            }
        }
        double first = share(1);
        double three = share(3);
        Files.write(Path.of("target/reference-corpus.txt"), misses);
        System.out.printf(
                "reference: first %.1f %%, first three %.1f %%, of %d rules; misses in target/reference-corpus.txt%n",
                100 * first, 100 * three, ranks.size());
        assertThat(first).isGreaterThanOrEqualTo(FIRST);
        assertThat(three).isGreaterThanOrEqualTo(FIRST_THREE);
    }

    private void measure(JsonNode one) {
        Corrector corrector = new Corrector((rule, on, cause) -> {
            throw new AssertionError(rule + " crashed on " + on, cause);
        });
        FailedCommand failed = new FailedCommand(
                one.get("script").asText(), 1, "", one.get("output").asText());
        List<String> ours = corrector.suggest(failed, CorpusMachine.of(failed.command(), one)).stream()
                .map(Correction::command)
                .toList();
        String expected = one.get("new_commands").get(0).asText();
        int rank = ours.indexOf(expected) + 1;
        ranks.computeIfAbsent(one.get("rule").asText(), any -> new ArrayList<>())
                .add(rank == 0 ? Integer.MAX_VALUE : rank);
        if (rank != 1) {
            misses.add("%s %s | %s | wanted: %s | got: %s"
                    .formatted(
                            rank == 0 ? "MISSING" : "rank " + rank,
                            one.get("rule").asText(),
                            failed.command(),
                            expected,
                            ours));
        }
    }

    private double share(int atMost) {
        return ranks.values().stream()
                .mapToDouble(all -> all.stream().filter(rank -> rank <= atMost).count() / (double) all.size())
                .average()
                .orElse(0);
    }
}
