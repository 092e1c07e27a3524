package org.labcast.agent.service;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.labcast.agent.output.OutputSink;
import org.labcast.agent.process.Cancellation;
import org.labcast.agent.process.ProgramRunner;
import org.labcast.agent.process.ProgramStart;
import org.labcast.model.result.Ending;
import org.labcast.model.service.CallId;
import org.labcast.services.contract.Invocation;
import org.labcast.text.Printable;

/**
 * The programs of one call: what runs before, the tool, what runs after.
 *
 * @param user as whom they run; empty: as the agent
 * @param post how long what runs after may take
 */
record ToolRun(ProgramRunner runner, CallId call, Invocation invocation, String user, Duration post) {
    /** @param note about what ran before or after and failed; may be empty */
    record Result(Ending ending, String note) {}

    /** Returns when nothing of it is left to do; the cancellation does not reach what runs after. */
    Result run(OutputSink out, OutputSink err, Cancellation cancellation) {
        Result result = invocation
                .pre()
                .flatMap(pre -> before(pre, cancellation))
                .orElseGet(() -> new Result(
                        runner.run(program("tool", invocation.main()), out, err, ProgramRunner.EVER, cancellation),
                        ""));
        return invocation
                .post()
                .map(after -> new Result(result.ending(), join(result.note(), after(after))))
                .orElse(result);
    }

    /** @return why the tool must not run, if so */
    private Optional<Result> before(List<String> pre, Cancellation cancellation) {
        LastLineSink said = new LastLineSink();
        Ending ending = runner.run(program("pre", pre), said, said, ProgramRunner.EVER, cancellation);
        if (ending.success()) {
            return Optional.empty();
        }
        String note = "Pre: " + failure(ending, said);
        return Optional.of(
                ending instanceof Ending.Cancelled
                        ? new Result(ending, "")
                        : new Result(new Ending.NotStarted(note), note));
    }

    private String after(List<String> after) {
        LastLineSink said = new LastLineSink();
        Ending ending = runner.run(program("post", after), said, said, post, new Cancellation());
        return ending.success() ? "" : "Post: " + failure(ending, said);
    }

    private static String failure(Ending ending, LastLineSink said) {
        String text = said.text();
        return ending.describe() + (text.isEmpty() ? "" : ", " + Printable.of(text));
    }

    private static String join(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + "; " + second;
    }

    private ProgramStart program(String part, List<String> arguments) {
        return new ProgramStart(call.value(), part, arguments, user);
    }
}
