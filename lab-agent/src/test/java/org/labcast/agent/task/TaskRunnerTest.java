package org.labcast.agent.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.agent.core.ExecutionException;
import org.labcast.agent.process.TestHost;
import org.labcast.correction.Diagnosis;
import org.labcast.model.order.CorrectionPolicy;
import org.labcast.model.order.Task;
import org.labcast.model.order.TaskOptions;
import org.labcast.model.result.Attempt;
import org.labcast.model.result.Correction;
import org.labcast.model.result.Outcome;
import org.labcast.model.result.OutputStreamName;
import org.labcast.model.result.Risk;
import org.labcast.model.result.TaskState;

class TaskRunnerTest {
    private static final int INDEX = 4;

    @TempDir
    Path folder;

    TestHost host;
    List<String> log = new ArrayList<>();

    @BeforeEach
    void openHost() {
        host = new TestHost(folder);
    }

    @Test
    void oneAttemptThatSucceeds() {
        Outcome outcome = run(task("echo hi", CorrectionPolicy.SAFE, 2), Map.of());

        assertThat(outcome.state()).isEqualTo(TaskState.SUCCEEDED);
        assertThat(outcome.task()).isEqualTo(INDEX);
        assertThat(commands(outcome)).containsExactly("echo hi");
        assertThat(log).containsExactly("4 0 echo hi");
    }

    @Test
    void retriesUntilItSucceeds() {
        String command = "cd " + folder + "; echo x >>tries; [ $(wc -l <tries) = 3 ]";

        Outcome outcome = run(task(command, CorrectionPolicy.SAFE, 5), Map.of(command, List.of(safe("false"))));

        assertThat(outcome.state()).isEqualTo(TaskState.SUCCEEDED);
        assertThat(outcome.attempts())
                .hasSize(3)
                .noneMatch(attempt -> attempt.correction().isPresent());
    }

    @Test
    void retriesEnd() {
        Outcome outcome = run(task("exit 7", CorrectionPolicy.SAFE, 2), Map.of());

        assertThat(outcome.state()).isEqualTo(TaskState.FAILED);
        assertThat(log).containsExactly("4 0 exit 7", "4 1 exit 7", "4 2 exit 7");
    }

    @Test
    void runsTheFirstCorrectionWhenItIsSafe() {
        Outcome outcome = run(
                task("ecko a", CorrectionPolicy.SAFE, 0), Map.of("ecko a", List.of(safe("echo a"), safe("echo b"))));

        assertThat(outcome.state()).isEqualTo(TaskState.CORRECTED);
        assertThat(commands(outcome)).containsExactly("ecko a", "echo a");
        assertThat(outcome.attempts().get(1).correction()).contains(safe("echo a"));
        assertThat(outcome.suggestions()).isEmpty();
        assertThat(log).containsExactly("4 0 ecko a", "4 1 echo a (rule)");
        assertThat(host.spool.attempts(host.job, INDEX)).containsExactly(0, 1);
        assertThat(host.spool.read(host.job, INDEX, 1, OutputStreamName.OUT, 0, 9))
                .isPresent();
    }

    @Test
    void leavesTheChoiceToAPersonWhenTheFirstIsRisky() {
        Outcome outcome = run(
                task("ecko a", CorrectionPolicy.SAFE, 0), Map.of("ecko a", List.of(risky("echo b"), safe("echo a"))));

        assertThat(outcome.state()).isEqualTo(TaskState.FAILED);
        assertThat(commands(outcome)).containsExactly("ecko a");
        assertThat(outcome.suggestions()).containsExactly(risky("echo b"), safe("echo a"));
    }

    @Test
    void correctsACorrectionAndThenStops() {
        Outcome outcome = run(
                task("exit 1", CorrectionPolicy.SAFE, 0),
                Map.of(
                        "exit 1", List.of(safe("exit 2"), risky("exit 0")),
                        "exit 2", List.of(safe("exit 3")),
                        "exit 3", List.of(safe("exit 4"))));

        assertThat(outcome.state()).isEqualTo(TaskState.FAILED);
        assertThat(commands(outcome)).containsExactly("exit 1", "exit 2", "exit 3");
        assertThat(outcome.suggestions()).containsExactly(risky("exit 0"), safe("exit 4"));
    }

    @Test
    void neverRunsTheSameCommandTwice() {
        Outcome outcome = run(
                task("exit 1", CorrectionPolicy.SAFE, 0),
                Map.of(
                        "exit 1", List.of(safe("exit 1"), safe("exit 2")),
                        "exit 2", List.of(safe("exit 1"), safe("exit 2"))));

        assertThat(commands(outcome)).containsExactly("exit 1", "exit 2");
        assertThat(outcome.suggestions()).isEmpty();
    }

    @Test
    void onlySuggestsWhenTheJobSaysSo() {
        Outcome outcome = run(
                task("exit 1", CorrectionPolicy.SUGGEST, 0), Map.of("exit 1", List.of(safe("true"), risky("exit 0"))));

        assertThat(outcome.state()).isEqualTo(TaskState.FAILED);
        assertThat(commands(outcome)).containsExactly("exit 1");
        assertThat(outcome.suggestions()).containsExactly(safe("true"), risky("exit 0"));
    }

    @Test
    void theHostCapsTheJob() {
        Map<String, List<Correction>> corrections = Map.of("exit 1", List.of(safe("true")));
        Task task = task("exit 1", CorrectionPolicy.SAFE, 0);

        Outcome suggested = run(task, corrections, new CorrectionLimits(CorrectionPolicy.SUGGEST, 2));
        Outcome off = run(task, corrections, new CorrectionLimits(CorrectionPolicy.OFF, 2));

        assertThat(commands(suggested)).containsExactly("exit 1");
        assertThat(suggested.suggestions()).containsExactly(safe("true"));
        assertThat(off.suggestions()).isEmpty();
    }

    @Test
    void correctsNothingThatDidNotFailByItself() {
        assertUncorrected(task("sleep 60", CorrectionPolicy.SAFE, 0), TaskState.TIMED_OUT);
        assertUncorrected(task("kill -9 $$", CorrectionPolicy.SAFE, 0), TaskState.FAILED);
        assertUncorrected(new Task("exit 1", 1, TestHost.user("nosuchuser")), TaskState.FAILED);
    }

    @Test
    void aRuleThatBreaksCostsNothingElse() {
        TaskRunner tasks = new TaskRunner(
                host.runner,
                (task, failed) -> {
                    throw new IllegalStateException("rule");
                },
                CorrectionLimits.DEFAULT);

        Outcome outcome =
                tasks.run(host.job, INDEX, task("exit 1", CorrectionPolicy.SAFE, 0), this::note, host.cancellation);

        assertThat(outcome.state()).isEqualTo(TaskState.FAILED);
    }

    @Test
    void nothingStartsThatTheListenerCannotRecord() {
        TaskRunner tasks = new TaskRunner(host.runner, CorrectionSource.NONE, CorrectionLimits.DEFAULT);
        Task task = task("touch " + folder + "/ran", CorrectionPolicy.SAFE, 3);
        AttemptListener full = (index, attempt, command, correction) -> {
            throw new ExecutionException("disk full");
        };

        assertThatThrownBy(() -> tasks.run(host.job, INDEX, task, full, host.cancellation))
                .hasMessage("disk full");
        assertThat(Files.exists(folder.resolve("ran"))).isFalse();
    }

    @Test
    void aCancelledJobStartsNothing() {
        host.cancellation.cancel();

        Outcome outcome = run(task("true", CorrectionPolicy.SAFE, 1), Map.of());

        assertThat(outcome.state()).isEqualTo(TaskState.CANCELLED);
        assertThat(outcome.attempts()).isEmpty();
        assertThat(log).isEmpty();
    }

    @Test
    void aJobCancelledAfterAFailureIsNotTriedAgain() {
        TaskRunner tasks = new TaskRunner(
                host.runner,
                (task, failed) -> {
                    host.cancellation.cancel();
                    return found(safe("true"));
                },
                CorrectionLimits.DEFAULT);

        Outcome outcome =
                tasks.run(host.job, INDEX, task("exit 1", CorrectionPolicy.SAFE, 0), this::note, host.cancellation);

        assertThat(outcome.state()).isEqualTo(TaskState.CANCELLED);
        assertThat(commands(outcome)).containsExactly("exit 1");
    }

    @Test
    void adviceIsKeptUnlessAllEndsWell() {
        CorrectionSource source = (asked, failed) -> failed.command().equals("exit 1")
                ? found(safe("exit 2"))
                : new Diagnosis(List.of(), List.of("Look at it."));
        TaskRunner tasks = new TaskRunner(host.runner, source, CorrectionLimits.DEFAULT);

        Outcome failed =
                tasks.run(host.job, INDEX, task("exit 1", CorrectionPolicy.SAFE, 0), this::note, host.cancellation);
        Outcome off =
                tasks.run(host.job, INDEX, task("exit 2", CorrectionPolicy.OFF, 0), this::note, host.cancellation);

        assertThat(failed.advice()).containsExactly("Look at it.");
        assertThat(off.advice()).isEmpty();
    }

    private static Diagnosis found(Correction... corrections) {
        return new Diagnosis(List.of(corrections), List.of());
    }

    private void assertUncorrected(Task task, TaskState state) {
        Outcome outcome = run(task, Map.of(task.command(), List.of(safe("true"))));
        assertThat(outcome.state()).isEqualTo(state);
        assertThat(outcome.attempts()).hasSize(1);
        assertThat(outcome.suggestions()).isEmpty();
    }

    private Outcome run(Task task, Map<String, List<Correction>> corrections) {
        return run(task, corrections, CorrectionLimits.DEFAULT);
    }

    private Outcome run(Task task, Map<String, List<Correction>> corrections, CorrectionLimits limits) {
        CorrectionSource source =
                (asked, failed) -> new Diagnosis(corrections.getOrDefault(failed.command(), List.of()), List.of());
        return new TaskRunner(host.runner, source, limits).run(host.job, INDEX, task, this::note, host.cancellation);
    }

    private void note(int index, int attempt, String command, Optional<Correction> correction) {
        log.add(index + " " + attempt + " " + command
                + correction.map(c -> " (" + c.rule() + ")").orElse(""));
    }

    private static List<String> commands(Outcome outcome) {
        return outcome.attempts().stream().map(Attempt::command).toList();
    }

    private static Task task(String command, CorrectionPolicy correct, int retries) {
        return new Task(
                command,
                1,
                TaskOptions.DEFAULT.toBuilder()
                        .timeout(Duration.ofSeconds(1))
                        .correct(correct)
                        .retries(retries)
                        .build());
    }

    private static Correction safe(String command) {
        return new Correction(command, "rule", "because", Risk.SAFE);
    }

    private static Correction risky(String command) {
        return new Correction(command, "rule", "because", Risk.RISKY);
    }
}
