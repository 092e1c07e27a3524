package org.labcast.agent.session;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.labcast.agent.Samples;
import org.labcast.agent.core.RunnerLimits;
import org.labcast.agent.output.Spool;
import org.labcast.agent.process.Cancellation;
import org.labcast.agent.process.Command;
import org.labcast.agent.process.CommandResult;
import org.labcast.model.HostName;
import org.labcast.model.order.Job;
import org.labcast.model.order.ShellSession;
import org.labcast.model.order.Task;
import org.labcast.model.order.TaskOptions;
import org.labcast.model.result.Attempt;
import org.labcast.model.result.Ending;
import org.labcast.model.result.Outcome;
import org.labcast.model.result.TaskState;

/** The shells of one job on this machine, with short waits. */
final class SessionHost implements AutoCloseable {
    static final HostName HOST = new HostName("lab-1");
    static final TaskOptions PLAIN = options(Duration.ofSeconds(30), "", "", "sh");

    static final String JOB = Samples.id(1).value();

    final Cancellation stopping = new Cancellation();
    final Cancellation cancellation = new Cancellation();
    final Job job;
    private final Path folder;
    private final String shell;
    private String boot = "boot-1";
    private Sessions sessions;
    JobShells shells;

    /** @param shell of the job, by name or path */
    SessionHost(Path folder, String shell, String... commands) {
        this(folder, shell, tasks(shell, commands));
    }

    SessionHost(Path folder, String shell, List<Task> tasks) {
        this(folder, shell, folder, tasks);
    }

    /** @param place where the shell begins */
    SessionHost(Path folder, String shell, Path place, List<Task> tasks) {
        this.folder = folder;
        this.shell = shell;
        this.job = new Job(
                Samples.header(1), "tasks.txt", tasks, "", Optional.of(new ShellSession(shell, place.toString())));
        restart();
    }

    private static List<Task> tasks(String shell, String... commands) {
        return IntStream.range(0, commands.length)
                .mapToObj(i -> new Task(commands[i], i + 1, options(Duration.ofSeconds(30), "", "", shell)))
                .toList();
    }

    /** As a new life of the agent; what the one before has open it loses as a killed process does. */
    void restart() {
        if (shells != null) {
            shells.leave();
        }
        RunnerLimits limits =
                new RunnerLimits(Duration.ofMillis(300), Duration.ofMillis(200), 32 << 10, 32 << 10, 16 << 20, 0);
        Spool spool = new Spool(folder.resolve("spool"));
        sessions = new Sessions(HOST, folder.resolve("sessions"), spool, limits, () -> boot, Clock.systemUTC());
        shells = sessions.of(job, job.session().orElseThrow());
    }

    /** The machine has started anew: all its processes are gone. */
    void reboot() {
        shells.kill();
        boot += "1";
        restart();
    }

    Command command(int task, int attempt) {
        Task asked = job.tasks().get(task);
        return new Command(job.id(), task, attempt, asked.command(), asked.options(), asked.script());
    }

    CommandResult run(int task) {
        return shells.run(command(task, 0), cancellation);
    }

    /** The last result, with what its shell says at its end. */
    CommandResult finished(CommandResult last) {
        Attempt attempt =
                new Attempt("", Optional.empty(), last.started(), last.took(), last.ending(), last.out(), last.err());
        Outcome outcome =
                shells.finish(new Outcome(0, TaskState.SUCCEEDED, List.of(attempt), List.of()), Duration.ofSeconds(20));
        Attempt said = outcome.attempts().get(0);
        return new CommandResult(last.started(), last.took(), last.ending(), said.out(), said.err());
    }

    /** Another attempt at a task. */
    CommandResult retry(int task, int attempt, String text) {
        return shells.run(
                new Command(job.id(), task, attempt, text, job.tasks().get(task).options()), cancellation);
    }

    /** Runs all commands one after the other, as long as the shell lives. */
    List<CommandResult> runAll() {
        List<CommandResult> results = new ArrayList<>();
        for (int i = 0; i < job.tasks().size() && !shells.hasEnded(); i++) {
            results.add(run(i));
        }
        return results;
    }

    /** What all commands wrote to standard output. */
    String outputOfAll() {
        StringBuilder text = new StringBuilder();
        runAll().forEach(result -> text.append(out(result)));
        return text.toString();
    }

    static String out(CommandResult result) {
        return result.out().head().text() + result.out().tail().text();
    }

    static String err(CommandResult result) {
        return result.err().head().text() + result.err().tail().text();
    }

    static int status(CommandResult result) {
        return result.ending() instanceof Ending.Exited exited
                ? exited.code()
                : result.ending() instanceof Ending.Signalled signalled ? 128 + signalled.signal() : -1;
    }

    static TaskOptions options(Duration timeout, String user, String cwd, String shell) {
        return TaskOptions.DEFAULT.toBuilder()
                .timeout(timeout)
                .user(user)
                .cwd(cwd)
                .shell(shell)
                .build();
    }

    String shell() {
        return shell;
    }

    Sessions sessions() {
        return sessions;
    }

    @Override
    public void close() {
        shells.kill();
        sessions.remove(job.id());
    }
}
