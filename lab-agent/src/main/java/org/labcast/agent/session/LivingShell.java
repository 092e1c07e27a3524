package org.labcast.agent.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.labcast.agent.core.StoppedException;
import org.labcast.agent.output.OutputSink;
import org.labcast.agent.process.Account;
import org.labcast.agent.process.Cancellation;
import org.labcast.agent.process.ControlGroup;
import org.labcast.agent.process.Door;
import org.labcast.agent.process.Launch;
import org.labcast.agent.process.ProcessEntry;
import org.labcast.agent.process.ProcessTag;
import org.labcast.agent.process.ProcessTree;
import org.labcast.agent.process.Terminator;
import org.labcast.model.result.Ending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One shell, from this agent's start of it or from where an earlier life of the agent left it. For one thread. */
final class LivingShell implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LivingShell.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_SIZE = 24;
    private static final long LONGEST_DRAIN_MILLIS = 5_000;
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    /** Of each state, in bytes. */
    static final int LARGEST_STATE = 16 << 20;

    private final ShellAddress address;
    private final RunFolder run;
    private final ShellDialect dialect;
    private final Optional<Account> account;
    private final CompletableFuture<ProcessHandle> keeperGone;
    private final Door gone;
    private final OutputReader out;
    private final OutputReader err;
    private Door next;
    private long number;
    private Optional<ProcessEntry> process = Optional.empty();

    private LivingShell(
            ShellAddress address, Optional<Account> account, CompletableFuture<ProcessHandle> keeperGone, long number)
            throws IOException {
        this.address = address;
        this.run = new RunFolder(address.run());
        this.dialect = ShellDialect.of(address.shell());
        this.account = account;
        this.keeperGone = keeperGone;
        this.number = number;
        this.out = new OutputReader(run.out(), address.mark());
        this.err = new OutputReader(run.err(), address.mark());
        this.gone = new Door(run.gone());
        this.next = new Door(run.control(number));
    }

    /** What the headings of a shell's state begin with; of random letters, so that nothing else does. */
    static String heading() {
        return "#labcast-" + random();
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_SIZE];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * What a shell is started with.
     *
     * @param first number before that of its first step
     */
    record Beginning(RunFolder run, String boot, String shell, Account account, String heading, long first) {}

    /**
     * Starts a shell and returns when it wants its first command.
     *
     * @param launch of its keeper
     */
    static LivingShell start(Launch launch, Beginning beginning) throws IOException {
        Process process = launch.builder().start();
        long ticks = ProcessEntry.of(process.pid()).map(ProcessEntry::start).orElse(0L);
        ShellAddress address = new ShellAddress(
                beginning.boot(),
                process.pid(),
                ticks,
                beginning.shell(),
                beginning.run().path(),
                random(),
                beginning.heading());
        LivingShell started = new LivingShell(
                address, Optional.of(beginning.account()), process.toHandle().onExit(), beginning.first());
        StepEnd ready = started.await(LONGEST_START, new Cancellation(), List.of());
        if (!(ready instanceof StepEnd.Done)) {
            started.kill();
            process.destroyForcibly();
            started.close();
            throw new IOException("the shell " + beginning.shell() + " ended before its first command: " + ready);
        }
        return started;
    }

    /** One that is only to be ended. */
    static Optional<LivingShell> attach(ShellAddress address, String boot) throws IOException {
        return attach(address, boot, Optional.empty(), 0);
    }

    /**
     * A shell that lives since before this agent's start.
     *
     * @param number of the step that it was given last
     * @return empty when neither it nor word of its end is there any more
     */
    static Optional<LivingShell> attach(ShellAddress address, String boot, Account account, long number)
            throws IOException {
        return attach(address, boot, Optional.of(account), number);
    }

    private static Optional<LivingShell> attach(
            ShellAddress address, String boot, Optional<Account> account, long number) throws IOException {
        RunFolder run = new RunFolder(address.run());
        if (!address.boot().equals(boot) || !Files.exists(run.gone())) {
            return Optional.empty();
        }
        Optional<CompletableFuture<ProcessHandle>> keeper = ProcessEntry.of(address.keeper())
                .filter(process -> process.start() == address.start())
                .flatMap(process -> ProcessHandle.of(process.pid()))
                .map(ProcessHandle::onExit);
        return keeper.isEmpty() && run.exited().isEmpty()
                ? Optional.empty()
                : Optional.of(new LivingShell(address, account, keeper.orElseGet(CompletableFuture::new), number));
    }

    ShellAddress address() {
        return address;
    }

    long number() {
        return number;
    }

    ShellDialect dialect() {
        return dialect;
    }

    /**
     * Gives the shell a step. When this returns the shell may have begun it.
     *
     * @param before how the command before ended
     * @return whether the shell was there to take it
     */
    boolean give(Step step, CommandEnd before) throws IOException {
        long given = number + 1;
        run.give("text", step.file(dialect, run, given, before), account.orElseThrow());
        FileChannel channel = next.opened().join();
        String line = "_labcast_next=" + given + "; . "
                + QuotedText.of(run.path().resolve("text").toString()) + "\n";
        Door following = new Door(run.control(given));
        number = given;
        try (channel) {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.ISO_8859_1));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            LOG.warn("The shell of process {} was gone before it was given its next command", address.keeper());
            following.close();
            return false;
        }
        next = following;
        return true;
    }

    /** A file that the shell and what it starts can read. */
    Path give(String name, String text) throws IOException {
        return run.give(name, text, account.orElseThrow());
    }

    /** From now on they get what is written. */
    void giveOutputTo(OutputSink toOut, OutputSink toErr) {
        out.giveTo(toOut);
        err.giveTo(toErr);
    }

    /** Returns when all that was written until now has been handed on. */
    void drain() {
        out.drain(LONGEST_DRAIN_MILLIS);
        err.drain(LONGEST_DRAIN_MILLIS);
    }

    /**
     * Whether the shell still waits for the step of its number, which an earlier life of the agent may have meant to give it; the answer
     * waits until there is one.
     */
    boolean waitsFor(long step) throws IOException {
        try (Door door = new Door(run.control(step - 1))) {
            CompletableFuture.anyOf(door.opened(), next.opened(), gone.opened(), keeperGone)
                    .orTimeout(1, TimeUnit.SECONDS)
                    .exceptionally(e -> null)
                    .join();
            return door.isOpen() && run.end(step).isEmpty() && run.exited().isEmpty();
        }
    }

    /**
     * Waits for the end of the step that was given last, or brings it about.
     *
     * @param tree what to end with it
     * @throws StoppedException when the agent stops; the step goes on
     */
    StepEnd await(Duration timeout, Cancellation cancellation, Collection<Ender> tree) {
        CompletableFuture<Void> cancelled = new CompletableFuture<>();
        try (Cancellation.Registration registration = cancellation.onCancel(() -> cancelled.complete(null))) {
            CompletableFuture<?> over =
                    run.exited().isPresent() ? CompletableFuture.completedFuture(true) : gone.opened();
            CompletableFuture.anyOf(next.opened(), over, keeperGone, cancelled)
                    .get(Math.max(1, timeout.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            tree.forEach(Ender::end);
            return new StepEnd.Forced(new Ending.TimedOut(timeout));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        } catch (ExecutionException e) {
            return new StepEnd.Unknown();
        }
        OptionalInt exited = run.exited();
        if (exited.isPresent()) {
            return new StepEnd.ShellEnded(exited.getAsInt());
        } else if (next.isOpen()) {
            return run.end(number).<StepEnd>map(StepEnd.Done::new).orElseGet(StepEnd.Unknown::new);
        } else if (keeperGone.isDone()) {
            tree.forEach(Ender::end);
            return new StepEnd.Unknown();
        } else if (cancellation.isStop()) {
            throw new StoppedException();
        }
        tree.forEach(Ender::end);
        return new StepEnd.Forced(new Ending.Cancelled());
    }

    /** Ends a command with all that it started. */
    interface Ender {
        void end();
    }

    /**
     * What ends the command that is about to be given, with the shell, but nothing that earlier commands have left: what is older, what the
     * shell has as its children now, and what carries the marks of another command.
     *
     * @param begun when it is given
     */
    Ender ender(ProcessTag tag, Collection<ControlGroup> groups, Moment begun, Duration grace) {
        return () -> process().ifPresent(shell -> {
            ProcessTree tree = new ProcessTree(
                    shell,
                    tag,
                    groups,
                    other -> other.start() < begun.ticks()
                            || begun.children().contains(other.pid())
                            || isOfAnother(other, tag));
            List<ProcessEntry> left = new Terminator(grace, List.of()).end(tree, groups);
            if (!left.isEmpty()) {
                LOG.warn("Of {} {} processes could not be ended", tag.lines(), left.size());
            }
        });
    }

    /**
     * When a command began.
     *
     * @param ticks clock ticks since boot
     * @param children numbers of the processes that were the shell's already
     */
    record Moment(long ticks, Set<Long> children) {}

    /** Now, while the shell waits. */
    Moment moment() throws IOException {
        return new Moment(
                ProcessEntry.now(), process().map(ProcessEntry::children).orElse(Set.of()));
    }

    private static boolean isOfAnother(ProcessEntry process, ProcessTag tag) {
        return process.variable("LABCAST_TASK").isPresent() && !process.carries(tag.lines());
    }

    /** The shell's process. Only a child of the keeper is believed to be it, whatever a shell of another user says. */
    Optional<ProcessEntry> process() {
        if (process.isEmpty()) {
            process = run.pids().stream()
                    .flatMap(pid -> ProcessEntry.of(pid).stream())
                    .filter(entry -> entry.parent() == address.keeper())
                    .findFirst();
        }
        return process.filter(ProcessEntry::lives);
    }

    /** Whether it lives and waits for its next step. */
    boolean isThere() {
        return run.exited().isEmpty() && !keeperGone.isDone();
    }

    /** Ends it at once; what it has started goes on. */
    void kill() {
        process().flatMap(entry -> ProcessHandle.of(entry.pid())).ifPresent(ProcessHandle::destroyForcibly);
        CompletableFuture.anyOf(gone.opened(), keeperGone)
                .orTimeout(LONGEST_DRAIN_MILLIS, TimeUnit.MILLISECONDS)
                .exceptionally(e -> null)
                .join();
    }

    /** What the shell last wrote of its state; empty when it is too large or not whole. */
    Optional<Snapshot> snapshot(CommandEnd end) throws IOException {
        run.forgetBefore(number);
        return run.readState(LARGEST_STATE).flatMap(text -> Snapshot.parse(end, address.heading(), text));
    }

    /** The agent turns away; what runs goes on, and finds nobody who reads what it writes only when its shell has ended too. */
    @Override
    public void close() {
        next.close();
        gone.close();
        out.close();
        err.close();
    }

    /** Removes what it left behind, once it has ended. */
    void remove() throws IOException {
        run.remove();
    }
}
