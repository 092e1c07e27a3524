package org.labcast.correction;

import java.util.List;
import org.labcast.model.result.Correction;

/**
 * What is known of a failure.
 *
 * @param corrections what to run instead, best first
 * @param advice sentences about what must not be mended without a person; then there are no corrections
 */
public record Diagnosis(List<Correction> corrections, List<String> advice) {
    public static final Diagnosis NONE = new Diagnosis(List.of(), List.of());

    public Diagnosis {
        corrections = List.copyOf(corrections);
        advice = List.copyOf(advice);
    }
}
