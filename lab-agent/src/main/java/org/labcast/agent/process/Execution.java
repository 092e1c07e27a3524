package org.labcast.agent.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.labcast.agent.output.OutputSink;
import org.labcast.model.result.Ending;

/**
 * Starts what is ready to start, carries its output, and sees it to its end.
 *
 * @param folder for pipes, where there is no {@code /dev/shm}
 * @param grace between asking it to end and ending it
 * @param pipeGrace how long output is still awaited afterwards
 */
record Execution(Path folder, Duration grace, Duration pipeGrace) {
    /** @param took until the end of the first process */
    record Result(Ending ending, Duration took) {}

    /** @throws IOException before it has started, never after */
    Result run(Launch launch, OutputSink toOut, OutputSink toErr, Duration timeout, Cancellation cancellation)
            throws IOException {
        try (NamedPipes pipes = NamedPipes.create(folder);
                OutputPipe out = new OutputPipe(pipes.out(), toOut);
                OutputPipe err = new OutputPipe(pipes.err(), toErr)) {
            long from = System.nanoTime();
            Process process = launch.builder()
                    .redirectOutput(pipes.out().toFile())
                    .redirectError(pipes.err().toFile())
                    .start();
            out.start();
            err.start();
            // The names have served; should the agent be killed, they do not stay behind.
            pipes.close();
            Terminator terminator = new Terminator(grace, launch.killPrefix());
            Ending ending = RunningCommand.of(process, launch).await(timeout, cancellation, terminator);
            Duration took = Duration.ofNanos(System.nanoTime() - from);
            err.finish(out.finish(pipeGrace));
            return new Result(ending, took);
        }
    }

    /** Ends what runs of it after its first process has ended. */
    void end(Launch launch) {
        new Terminator(grace, launch.killPrefix())
                .end(new ProcessTree(launch.tag(), launch.controlGroups()), launch.controlGroups());
    }
}
