package org.labcast.agent.process;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Ends a command with everything it started: asks with TERM, waits, then kills until nothing is left.
 *
 * @param grace between asking and killing
 * @param prefix what to put before {@code kill} when the processes belong to a user whom the agent may not signal
 */
public record Terminator(Duration grace, List<String> prefix) {
    private static final Consumer<ProcessHandle> TERM = ProcessHandle::destroy;
    private static final Consumer<ProcessHandle> KILL = ProcessHandle::destroyForcibly;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    /** A process in an uninterruptible wait, say for a dead file server, does not go however often it is killed. */
    private static final Duration UNKILLABLE = Duration.ofSeconds(5);

    /** Returns what is left: nothing, but for processes that cannot be killed. */
    public List<ProcessEntry> end(ProcessTree tree, Collection<ControlGroup> controlGroups) {
        Set<ProcessEntry.Identity> asked = new HashSet<>();
        boolean interrupted = false;
        long now = System.nanoTime();
        long kill = now + grace.toNanos();
        long giveUp = kill + UNKILLABLE.toNanos();
        List<ProcessEntry> left = tree.members();
        while (!left.isEmpty() && now < giveUp) {
            boolean killing = now >= kill || interrupted;
            if (killing) {
                controlGroups.forEach(ControlGroup::kill);
                signal(left, true);
            } else {
                // Parents first, lest a shell whose child has gone starts its next command.
                signal(left.stream().filter(e -> asked.add(e.identity())).toList(), false);
            }
            interrupted |= pause();
            left = tree.members();
            now = System.nanoTime();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return left;
    }

    private static boolean pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN.toNanos());
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    private void signal(List<ProcessEntry> processes, boolean kill) {
        if (!prefix.isEmpty() && !processes.isEmpty()) {
            List<String> pids =
                    processes.stream().map(e -> Long.toString(e.pid())).toList();
            signalAsOther(Stream.of(prefix, List.of("kill", kill ? "-KILL" : "-TERM"), pids)
                    .flatMap(List::stream)
                    .toList());
        }
        for (ProcessEntry process : processes) {
            // The handle remembers the start time too and signals no later process of that number.
            ProcessHandle.of(process.pid()).filter(h -> process.lives()).ifPresent(kill ? KILL : TERM);
        }
    }

    private static void signalAsOther(List<String> arguments) {
        try {
            new ProcessBuilder(arguments)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(1, TimeUnit.SECONDS);
        } catch (IOException e) {
            // What is left is said by end().
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
