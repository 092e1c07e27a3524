package org.labcast.publisher.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.labcast.model.Bytes;
import org.labcast.model.HostName;
import org.labcast.model.order.Job;
import org.labcast.model.order.Task;
import org.labcast.model.result.Attempt;
import org.labcast.model.result.Event;
import org.labcast.model.result.Outcome;
import org.labcast.model.result.Output;
import org.labcast.model.result.OutputStreamName;
import org.labcast.publisher.cli.Console;
import org.labcast.publisher.report.HostReport;
import org.labcast.publisher.store.FetchedOutput;
import org.labcast.publisher.store.Results;

/** The output of a job on one host, put together from its outcomes and from what was fetched. */
public final class FullOutput {
    private final Results results;
    private final Job job;
    private final HostName host;

    public FullOutput(Results results, Job job, HostName host) {
        this.results = results;
        this.job = job;
        this.host = host;
    }

    /** Indexes of the tasks of which something is still on the host; those of which the host has no more are left out. */
    public List<Integer> absent(HostReport report, Optional<Integer> task) {
        List<Integer> gone = results.of(job.id(), 0).stream()
                .filter(stored -> stored.result().host().equals(host))
                .flatMap(stored -> stored.result().events().stream())
                .filter(Event.NoOutput.class::isInstance)
                .map(event -> ((Event.NoOutput) event).task())
                .toList();
        return chosen(report, task).stream()
                .filter(outcome -> !gone.contains(outcome.task()) && isAbsent(outcome))
                .map(Outcome::task)
                .toList();
    }

    private boolean isAbsent(Outcome outcome) {
        return IntStream.range(0, outcome.attempts().size()).anyMatch(i -> {
            Attempt attempt = outcome.attempts().get(i);
            return isAbsent(outcome, i, OutputStreamName.OUT, attempt.out())
                    || isAbsent(outcome, i, OutputStreamName.ERR, attempt.err());
        });
    }

    private boolean isAbsent(Outcome outcome, int attempt, OutputStreamName stream, Output output) {
        if (output.isComplete()) {
            return false;
        }
        FetchedOutput.State state = fetched(outcome, attempt, stream).state();
        return state == FetchedOutput.State.NONE || state == FetchedOutput.State.PARTIAL;
    }

    /** Whether something that the host sent is not what it reported. */
    public boolean isContradicted(HostReport report, Optional<Integer> task) {
        return chosen(report, task).stream()
                .anyMatch(outcome -> IntStream.range(0, outcome.attempts().size())
                        .anyMatch(i -> Stream.of(OutputStreamName.values())
                                .map(stream -> fetched(outcome, i, stream).state())
                                .anyMatch(FetchedOutput.State.CONTRADICTED::equals)));
    }

    private FetchedOutput fetched(Outcome outcome, int attempt, OutputStreamName stream) {
        return results.output(job.id(), host, outcome.task(), attempt, stream);
    }

    private static List<Outcome> chosen(HostReport report, Optional<Integer> task) {
        return report.outcomes().stream()
                .filter(outcome -> task.isEmpty() || outcome.task() == task.get() - 1)
                .toList();
    }

    /** All tasks under headings; a single task as it was written, its two streams apart. */
    public void print(HostReport report, Optional<Integer> task, Console console) {
        for (Outcome outcome : chosen(report, task)) {
            for (int i = 0; i < outcome.attempts().size(); i++) {
                Attempt attempt = outcome.attempts().get(i);
                if (task.isEmpty()) {
                    console.print("### " + (outcome.task() + 1) + "  " + Task.headline(attempt.command()) + "  ("
                            + attempt.ending().describe() + ")");
                }
                console.raw(content(outcome, i, OutputStreamName.OUT, attempt.out(), console), task.isEmpty());
                console.rawError(content(outcome, i, OutputStreamName.ERR, attempt.err(), console));
            }
        }
    }

    private Bytes content(Outcome outcome, int attempt, OutputStreamName stream, Output output, Console console) {
        if (output.isComplete()) {
            return output.head();
        }
        FetchedOutput fetched = fetched(outcome, attempt, stream);
        String which =
                "command " + (outcome.task() + 1) + ", " + (stream == OutputStreamName.OUT ? "output" : "errors");
        if (fetched.state() == FetchedOutput.State.CONTRADICTED) {
            console.warn("publisher: " + which + ": what the host sent now is not what it reported then");
        } else if (fetched.state() != FetchedOutput.State.COMPLETE) {
            console.warn("publisher: " + which + ": only the beginning and the end are here, " + output.omitted()
                    + " bytes between them are not");
            return joined(output);
        } else if (output.kept() < output.total()) {
            console.warn("publisher: " + which + ": the host kept the first " + output.kept() + " of " + output.total()
                    + " bytes");
        }
        return fetched.content();
    }

    private static Bytes joined(Output output) {
        byte[] head = output.head().toArray();
        byte[] tail = output.tail().toArray();
        byte[] all = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, all, head.length, tail.length);
        return Bytes.of(all);
    }
}
