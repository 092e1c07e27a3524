package org.labcast.deploy.benchmark;

import java.util.regex.Pattern;
import org.labcast.correction.Corrector;
import org.labcast.correction.Diagnosis;
import org.labcast.correction.FailedCommand;
import org.labcast.correction.MachineFacts;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One correction inside a warm process, the sample failures in turn. */
@State(Scope.Thread)
public class CorrectionBenchmark {
    private static final Pattern WORD = Pattern.compile("(?i)permission denied");

    private final MachineFacts machine = SyntheticMachine.facts();
    private final Corrector corrector = new Corrector((rule, failed, cause) -> {
        throw new IllegalStateException(rule + " crashed", cause);
    });
    private int next;

    private FailedCommand next() {
        next = (next + 1) % SampleFailures.ALL.size();
        return SampleFailures.ALL.get(next);
    }

    @Benchmark
    public Diagnosis correction() {
        return corrector.diagnose(next(), machine);
    }

    /** What the others are compared to: one pattern sought in each line of the same outputs. */
    @Benchmark
    public long oneSearch() {
        return next().err().lines().filter(line -> WORD.matcher(line).find()).count();
    }
}
