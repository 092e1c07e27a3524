package org.labcast.agent.task;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.labcast.correction.Diagnosis;
import org.labcast.model.order.CorrectionPolicy;
import org.labcast.model.order.Task;
import org.labcast.model.result.Attempt;
import org.labcast.model.result.Correction;
import org.labcast.model.result.Risk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The corrections that were found for one task, and which of them may run next. */
final class CorrectionSearch {
    private static final Logger LOG = LoggerFactory.getLogger(CorrectionSearch.class);

    private final CorrectionSource source;
    private final Task task;
    private final CorrectionPolicy policy;
    private final Map<String, Correction> found = new LinkedHashMap<>();
    private final Set<String> advice = new LinkedHashSet<>();

    /** @param policy that the job and the host agree on */
    CorrectionSearch(CorrectionSource source, Task task, CorrectionPolicy policy) {
        this.source = source;
        this.task = task;
        this.policy = policy;
    }

    /** What to run after these attempts; nothing when the last one is no case for a correction. */
    Optional<Correction> after(Attempts attempts) {
        if (policy == CorrectionPolicy.OFF || !attempts.correctable()) {
            return Optional.empty();
        }
        Diagnosis diagnosis = ask(attempts.last());
        advice.addAll(diagnosis.advice());
        List<Correction> fresh = diagnosis.corrections().stream()
                .filter(correction -> !attempts.haveRun(correction.command()))
                .toList();
        fresh.forEach(correction -> found.putIfAbsent(correction.command(), correction));
        // A risky one that ranks first knows more than a safe one below it: then a person decides.
        return fresh.stream()
                .limit(1)
                .filter(correction -> policy == CorrectionPolicy.SAFE && correction.risk() == Risk.SAFE)
                .findFirst();
    }

    /** A rule that breaks costs its suggestions, not the outcome of what ran. */
    private Diagnosis ask(Attempt failed) {
        try {
            return source.diagnose(task, failed);
        } catch (RuntimeException e) {
            LOG.warn("No correction was found, because looking for one failed", e);
            return Diagnosis.NONE;
        }
    }

    /** What a person must look at. */
    List<String> advice() {
        return List.copyOf(advice);
    }

    /** What was found and not run, for the command asked for before those for its corrections, each best first. */
    List<Correction> untried(Attempts attempts) {
        return found.values().stream()
                .filter(correction -> !attempts.haveRun(correction.command()))
                .toList();
    }
}
