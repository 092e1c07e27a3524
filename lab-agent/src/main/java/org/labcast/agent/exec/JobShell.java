package org.labcast.agent.exec;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.labcast.model.Ending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A living shell that commands are typed into, one after the other. It has a session of its own, no terminal and an empty
 * standard input; its two outputs are one pipe each for its whole life, so that {@code exec >log} does what it says.
 */
final class JobShell implements AutoCloseable {
    /** What the shell exits with when its folder is gone; no command sees it. */
    static final int NO_FOLDER = 97;

    private static final Logger LOG = LoggerFactory.getLogger(JobShell.class);
    private static final String DRIVER = resource("driver.sh");

    private final SessionFolder folder;
    private final Account account;
    private final boolean own;
    private final Duration pipeGrace;
    private final Duration killGrace;
    private final Launch launch;
    private final Process process;
    private final SessionOutput out;
    private final SessionOutput err;
    private final FileChannel next;
    private final FileChannel status;
    private final Map<Integer, CompletableFuture<End>> ends = new ConcurrentHashMap<>();
    private final Optional<ProcessTree> tree;
    private int steps;

    /** How a step ended: the status and the options of the shell. */
    private record End(int status, String flags) {}

    /** How a command ended; {@code state} is empty when the shell ended with it. */
    record Typed(Ending ending, Optional<SavedState> state) {}

    private JobShell(SessionFolder folder, Account account, boolean own, Launch launch, RunnerLimits limits)
            throws IOException {
        this.folder = folder;
        this.account = account;
        this.own = own;
        this.launch = launch;
        this.pipeGrace = limits.pipeGrace();
        this.killGrace = limits.killGrace();
        this.out = new SessionOutput(folder.out());
        this.err = new SessionOutput(folder.err());
        this.next = FileChannel.open(folder.next(), StandardOpenOption.READ, StandardOpenOption.WRITE);
        this.status = FileChannel.open(folder.status(), StandardOpenOption.READ, StandardOpenOption.WRITE);
        CompletableFuture<End> ready = new CompletableFuture<>();
        ends.put(0, ready);
        Thread reader = new Thread(this::readEnds, "shell-" + folder.root().getFileName());
        reader.setDaemon(true);
        reader.start();
        this.process = launch.builder()
                .redirectOutput(folder.out().toFile())
                .redirectError(folder.err().toFile())
                .start();
        this.tree = ProcessEntry.of(process.pid())
                .map(leader -> new ProcessTree(leader, launch.mark(), launch.controlGroups()));
    }

    /** Text of the driver for a shell that meets the agent in a folder. */
    static String driver(SessionFolder folder, boolean bash) {
        return DRIVER.replace("@SAVE@\n", resource(bash ? "save-bash.sh" : "save-sh.sh"))
                .replace("@RUN@", folder.run().toString())
                .replace("@IN@", folder.in().toString());
    }

    private static String resource(String name) {
        try (InputStream text = Objects.requireNonNull(JobShell.class.getResourceAsStream(name))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IOException when it cannot be started, and then nothing of it is left */
    static JobShell start(SessionFolder folder, Account account, boolean own, Launch launch, RunnerLimits limits)
            throws IOException {
        try {
            return new JobShell(folder, account, own, launch, limits);
        } catch (IOException e) {
            folder.close();
            throw e;
        }
    }

    private void readEnds() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Channels.newInputStream(status), StandardCharsets.ISO_8859_1))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split(" ", -1);
                if (parts.length >= 3
                        && parts[0].equals("end")
                        && parts[1].matches("[0-9]{1,9}")
                        && parts[2].matches("[0-9]{1,3}")) {
                    CompletableFuture<End> end = ends.remove(Integer.valueOf(parts[1]));
                    if (end != null) {
                        end.complete(new End(Integer.parseInt(parts[2]), parts.length > 3 ? parts[3] : ""));
                    }
                }
            }
        } catch (IOException e) {
            // Closed: the shell has ended.
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** A text whose characters are the bytes of its UTF-8 form, as states are read and typed. */
    static String carried(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** Writes a script for the shell's user to read; returns its path. */
    String script(String text) throws IOException {
        return folder.write("script-" + (steps + 1), carried(text), account.gid(), own)
                .toString();
    }

    /**
     * Types text and waits for its end.
     *
     * @param text each character a byte, see {@link #carried}
     * @param before the state that it starts from: its status and options are set again
     * @param outSink takes what it writes
     */
    Typed type(
            String text,
            Map<String, String> marks,
            SavedState before,
            OutputSink outSink,
            OutputSink errSink,
            Duration timeout,
            Cancellation cancellation)
            throws IOException {
        out.begin(outSink);
        err.begin(errSink);
        try {
            return await(hand(text, marks, before), timeout, cancellation);
        } finally {
            out.end(pipeGrace.multipliedBy(10));
            err.end(pipeGrace.multipliedBy(10));
        }
    }

    private CompletableFuture<End> hand(String text, Map<String, String> marks, SavedState before) throws IOException {
        int step = ++steps;
        StringBuilder prelude =
                new StringBuilder("{ unset -v _labcast_text _labcast_x _labcast_s _labcast_f _labcast_i; ");
        marks.forEach((name, value) ->
                prelude.append("export ").append(name).append('=').append(value).append("; "));
        if (!before.letters().isEmpty()) {
            prelude.append("set -").append(before.letters()).append("; ");
        }
        prelude.append(before.status() == 0 ? ":" : "(exit " + before.status() + ") && :")
                .append("; } >/dev/null 2>&1\n");
        folder.write("text", "_labcast_text=" + quoted(prelude + text + "\n") + "\n", account.gid(), own);
        CompletableFuture<End> end = new CompletableFuture<>();
        ends.put(step, end);
        next.write(ByteBuffer.wrap((step + "\n").getBytes(StandardCharsets.US_ASCII)));
        return end;
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private Typed await(CompletableFuture<End> end, Duration timeout, Cancellation cancellation) throws IOException {
        CompletableFuture<Void> cancelled = new CompletableFuture<>();
        Ending forced;
        boolean interrupted = false;
        try (Cancellation.Registration registration = cancellation.onCancel(() -> cancelled.complete(null))) {
            CompletableFuture.anyOf(end, process.onExit(), cancelled).get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            forced = new Ending.Cancelled();
        } catch (TimeoutException e) {
            forced = new Ending.TimedOut(timeout);
        } catch (InterruptedException e) {
            interrupted = true;
            forced = new Ending.Interrupted();
        } catch (ExecutionException e) {
            throw new IllegalStateException("neither an exit nor a cancellation fails", e);
        }
        Typed typed;
        if (end.isDone()) {
            End said = end.join();
            typed = new Typed(
                    ExitStatus.ending(said.status()),
                    Optional.of(new SavedState(state(), said.status(), said.flags())));
        } else if (!process.isAlive()) {
            typed = new Typed(ExitStatus.ending(process.exitValue()), Optional.empty());
        } else {
            kill();
            typed = new Typed(forced, Optional.empty());
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return typed;
    }

    /** A state that cannot be kept still lives in the shell; only a new shell could not be brought into it. */
    private String state() {
        try {
            return folder.state();
        } catch (IOException e) {
            LOG.warn("Should this shell be lost, the job cannot go on: {}", e.getMessage());
            return LOST;
        }
    }

    /** Stands for a state that could not be kept. */
    static final String LOST = "_labcast_lost";

    /** Waits until the shell is ready for its first command. */
    boolean awaitReady(Duration timeout) {
        CompletableFuture<End> ready = ends.getOrDefault(0, CompletableFuture.completedFuture(new End(0, "")));
        try {
            CompletableFuture.anyOf(ready, process.onExit()).get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("an exit does not fail", e);
        }
        return process.isAlive();
    }

    /** Ends the shell with all that runs in its session. */
    private void kill() {
        tree.ifPresent(all -> new Terminator(killGrace, launch.killPrefix()).end(all, launch.controlGroups()));
    }

    /** Ends the shell alone; what it left in the background runs on. */
    void drop() {
        process.destroyForcibly();
        close();
    }

    /** Lets it end by itself, so that it does what it was told to do at its end. */
    void finish(SavedState last, OutputSink outSink, OutputSink errSink, Duration timeout, Cancellation cancellation)
            throws IOException {
        if (isAlive()) {
            type("exit", Map.of(), last, outSink, errSink, timeout, cancellation);
        }
        close();
    }

    @Override
    public void close() {
        out.close();
        err.close();
        for (FileChannel one : new FileChannel[] {next, status}) {
            try {
                one.close();
            } catch (IOException e) {
                LOG.warn("A pipe cannot be closed: {}", e.getMessage());
            }
        }
        folder.close();
        launch.controlGroups().forEach(ControlGroup::remove);
    }
}
