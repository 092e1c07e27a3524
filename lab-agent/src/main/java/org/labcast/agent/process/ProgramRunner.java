package org.labcast.agent.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.labcast.agent.output.OutputSink;
import org.labcast.model.result.Ending;

/**
 * Runs the programs of calls: argument lists, without a shell in between.
 *
 * <p>As with a {@link CommandRunner command}, a program has a session of its own, no terminal, an empty standard input, of
 * the agent's environment nothing, and is ended with all it started. Its output is handed on while it runs.
 */
public final class ProgramRunner {
    /** Longer than any machine runs. */
    public static final Duration EVER = Duration.ofDays(36_500);

    private final CallTags marks;
    private final Execution execution;
    private final Launcher launcher;
    private final Optional<Path> controlGroups;

    /**
     * @param folder for pipes, where there is no {@code /dev/shm}
     * @param grace between asking a program to end and ending it
     * @param pipeGrace how long output is still awaited after the program ended, when a process that it left in the
     *     background holds its output open
     */
    public ProgramRunner(CallTags marks, Path folder, Duration grace, Duration pipeGrace) {
        this.marks = marks;
        this.execution = new Execution(folder, grace, pipeGrace);
        this.launcher = new Launcher(marks.host());
        this.controlGroups = ControlGroup.own();
    }

    /**
     * Returns when the program has ended and all that it wrote has been taken by the sinks, or when it was ended because of the
     * timeout or the cancellation.
     */
    public Ending run(
            ProgramStart program, OutputSink out, OutputSink err, Duration timeout, Cancellation cancellation) {
        if (cancellation.isCancelled()) {
            return new Ending.Cancelled();
        }
        Optional<ControlGroup> controlGroup = ControlGroup.make(controlGroups, marks.controlGroup(program));
        try {
            Launch launch = launcher.prepare(program, marks.of(program), controlGroup);
            Ending ending =
                    execution.run(launch, out, err, timeout, cancellation).ending();
            if (cancellation.isCancelled() && !(ending instanceof Ending.Cancelled)) {
                // Cancelled while the output of something that it left in the background was still awaited.
                execution.end(launch);
            }
            return ending;
        } catch (CannotStartException e) {
            return new Ending.NotStarted(e.reason());
        } catch (IOException e) {
            return new Ending.NotStarted("It could not be started: " + e.getMessage());
        } finally {
            controlGroup.ifPresent(ControlGroup::remove);
        }
    }
}
