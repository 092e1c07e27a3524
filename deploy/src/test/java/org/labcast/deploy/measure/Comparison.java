package org.labcast.deploy.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.labcast.deploy.ProgramResult;
import org.labcast.deploy.measure.PushedJob.Tried;

/**
 * Asks thefuck about the same mistakes in the same machines, where it is installed, and measures what a correction costs there: thefuck as
 * a process, lab-agent correct as a process, and one more correction in a process that is warm. Used by several threads.
 */
final class Comparison {
    /** So many times is one case answered by a warm process, and twice as often: the difference is theirs alone. */
    private static final int WARM = 200;

    private final List<Double> theirs = Collections.synchronizedList(new ArrayList<>());
    private final List<Double> cold = Collections.synchronizedList(new ArrayList<>());
    private final List<Double> warm = Collections.synchronizedList(new ArrayList<>());
    private int asked;
    private int right;
    private boolean missing;

    /** Before the agent has changed anything: thefuck runs the command once more to see it fail. */
    void ask(ThrowawayMachine machine, Mistake mistake) {
        if (mistake.forAPerson()) {
            return;
        }
        Optional<ProgramResult> answer = machine.thefuck(Login.of(mistake), mistake.command());
        synchronized (this) {
            if (answer.isEmpty()) {
                missing = true;
                return;
            }
            asked++;
            right += mistake.expected().contains(answer.get().out().strip()) ? 1 : 0;
        }
        seconds(answer.get()).ifPresent(theirs::add);
    }

    /** @param failed the command as it was signed, for lab-agent correct to be told of */
    void measure(ThrowawayMachine machine, Mistake mistake, Tried failed) {
        if (mistake.forAPerson()) {
            return;
        }
        machine.write("failed", failed.output());
        Login login = Login.of(mistake);
        seconds(machine.correct(login, mistake.command(), failed.exit(), "failed"))
                .ifPresent(cold::add);
        // A few are enough.
        if (warm.size() < 10) {
            Optional<Double> once = seconds(machine.correctOften(login, mistake.command(), failed, WARM));
            Optional<Double> twice = seconds(machine.correctOften(login, mistake.command(), failed, 2 * WARM));
            once.ifPresent(less -> twice.ifPresent(more -> warm.add(Math.max(0, more - less) / WARM)));
        }
    }

    private static Optional<Double> seconds(ProgramResult result) {
        return result.err()
                .lines()
                .filter(line -> line.matches("cpu [0-9.]+ [0-9.]+"))
                .reduce((first, last) -> last)
                .map(line -> line.split(" "))
                .map(words -> Double.parseDouble(words[1]) + Double.parseDouble(words[2]));
    }

    /** One line for a person. */
    @Override
    public synchronized String toString() {
        String ours = String.format(
                Locale.ROOT,
                "lab-agent correct: %s cpu a correction as a process, %s in a warm one",
                milliseconds(cold),
                milliseconds(warm));
        return missing || asked == 0
                ? "thefuck: not installed in these machines, so not compared; " + ours
                : String.format(
                        Locale.ROOT,
                        "thefuck: first suggestion is a known correction in %d of %d (%.1f %%); %s cpu a correction; %s",
                        right,
                        asked,
                        100.0 * right / asked,
                        milliseconds(theirs),
                        ours);
    }

    /** The middle one. */
    private static String milliseconds(List<Double> seconds) {
        List<Double> sorted = seconds.stream().sorted().toList();
        return sorted.isEmpty()
                ? "unknown"
                : String.format(Locale.ROOT, "%.1f ms", 1000 * sorted.get(sorted.size() / 2));
    }
}
