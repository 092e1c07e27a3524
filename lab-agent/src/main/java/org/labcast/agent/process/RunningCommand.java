package org.labcast.agent.process;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.labcast.model.result.Ending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A command that was started: waits for its end, or brings it about. */
final class RunningCommand {
    private static final Logger LOG = LoggerFactory.getLogger(RunningCommand.class);

    private final CompletableFuture<?> over;
    private final Supplier<OptionalInt> status;
    private final ProcessTag tag;
    private final Collection<ControlGroup> controlGroups;
    private final Optional<ProcessTree> tree;

    /**
     * @param leader its first process; empty when that has ended, and needs no ending
     * @param over completed when it has ended
     * @param status of its end; empty before that, and when nobody knows it
     */
    RunningCommand(
            Optional<ProcessEntry> leader,
            CompletableFuture<?> over,
            Supplier<OptionalInt> status,
            ProcessTag tag,
            Collection<ControlGroup> controlGroups) {
        this.over = over;
        this.status = status;
        this.tag = tag;
        this.controlGroups = controlGroups;
        this.tree = leader.map(first -> new ProcessTree(first, tag, controlGroups));
    }

    static RunningCommand of(Process process, Launch launch) {
        // Looked up before anybody waits for the process: who has already ended needs no ending.
        Optional<ProcessEntry> leader = ProcessEntry.of(process.pid());
        return new RunningCommand(
                leader,
                process.onExit(),
                () -> process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue()),
                launch.tag(),
                launch.controlGroups());
    }

    Ending await(Duration timeout, Cancellation cancellation, Terminator terminator) {
        CompletableFuture<Void> cancelled = new CompletableFuture<>();
        boolean interrupted = false;
        Ending forced;
        try (Cancellation.Registration registration = cancellation.onCancel(() -> cancelled.complete(null))) {
            CompletableFuture.anyOf(over, cancelled).get(Math.max(1, timeout.toNanos()), TimeUnit.NANOSECONDS);
            forced = cancelled.isDone() ? new Ending.Cancelled() : new Ending.Interrupted();
        } catch (TimeoutException e) {
            forced = new Ending.TimedOut(timeout);
        } catch (InterruptedException e) {
            interrupted = true;
            forced = new Ending.Interrupted();
        } catch (ExecutionException e) {
            throw new IllegalStateException("neither an exit nor a cancellation fails", e);
        }
        OptionalInt exited = status.get();
        Ending ending = exited.isPresent() ? ExitStatus.ending(exited.getAsInt()) : forced;
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
                tree.map(all -> terminator.end(all, controlGroups)).orElse(List.of());
        if (!left.isEmpty()) {
            LOG.warn(
                    "Of {} the processes {} could not be ended",
                    tag.lines(),
                    left.stream().map(ProcessEntry::pid).toList());
        }
    }
}
