package org.labcast.agent.process;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.labcast.model.result.Ending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A command that was started: waits for its end, or brings it about. */
final class RunningCommand {
    private static final Logger LOG = LoggerFactory.getLogger(RunningCommand.class);

    private final Process process;
    private final Launch launch;
    private final Optional<ProcessTree> tree;

    RunningCommand(Process process, Launch launch) {
        this.process = process;
        this.launch = launch;
        // Looked up before anybody waits for the process: who has already ended needs no ending.
        this.tree = ProcessEntry.of(process.pid())
                .map(leader -> new ProcessTree(leader, launch.tag(), launch.controlGroups()));
    }

    Ending await(Duration timeout, Cancellation cancellation, Terminator terminator) {
        CompletableFuture<Void> cancelled = new CompletableFuture<>();
        boolean interrupted = false;
        Ending forced;
        try (Cancellation.Registration registration = cancellation.onCancel(() -> cancelled.complete(null))) {
            CompletableFuture.anyOf(process.onExit(), cancelled).get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            forced = new Ending.Cancelled();
        } catch (TimeoutException e) {
            forced = new Ending.TimedOut(timeout);
        } catch (InterruptedException e) {
            interrupted = true;
            forced = new Ending.Interrupted();
        } catch (ExecutionException e) {
            throw new IllegalStateException("neither an exit nor a cancellation fails", e);
        }
        Ending ending = process.isAlive() ? forced : ExitStatus.ending(process.exitValue());
        if (ending == forced) {
            end(terminator);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return ending;
    }

    private void end(Terminator terminator) {
        List<ProcessEntry> left =
                tree.map(all -> terminator.end(all, launch.controlGroups())).orElse(List.of());
        if (!left.isEmpty()) {
            LOG.warn(
                    "Of {} the processes {} could not be ended",
                    launch.tag().lines(),
                    left.stream().map(ProcessEntry::pid).toList());
        }
    }
}
