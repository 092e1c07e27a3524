package org.labcast.agent.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.labcast.correction.Diagnosis;
import org.labcast.model.result.Correction;

/** A diagnosis as JSON. */
public final class Answer {
    /** Fields in the order in which they are to be read. */
    private record Suggestion(String command, String rule, String risk, String why, String effect, String reason) {
        static Suggestion of(Correction correction) {
            return new Suggestion(
                    correction.command(),
                    correction.rule(),
                    correction.risk().name().toLowerCase(Locale.ROOT),
                    correction.why(),
                    correction.effect(),
                    correction.reason());
        }
    }

    private Answer() {}

    /** Its fields {@code suggestions} and, when there is some, {@code advice}. */
    public static Map<String, List<?>> of(Diagnosis diagnosis) {
        Map<String, List<?>> fields = new LinkedHashMap<>();
        fields.put(
                "suggestions",
                diagnosis.corrections().stream().map(Suggestion::of).toList());
        if (!diagnosis.advice().isEmpty()) {
            fields.put("advice", diagnosis.advice());
        }
        return fields;
    }
}
