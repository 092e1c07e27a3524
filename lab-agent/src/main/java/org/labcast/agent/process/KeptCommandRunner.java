package org.labcast.agent.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.labcast.agent.core.RunnerLimits;
import org.labcast.agent.output.Capture;
import org.labcast.agent.output.OutputSink;
import org.labcast.agent.output.Spool;
import org.labcast.agent.output.SpooledJob;
import org.labcast.model.Bytes;
import org.labcast.model.HostName;
import org.labcast.model.OrderId;
import org.labcast.model.result.Ending;
import org.labcast.model.result.Output;
import org.labcast.model.result.OutputStreamName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs each command as a {@link CommandRunner} does, with a keeper beside it: when the agent is killed, the command goes on, and the next
 * agent waits for its end or finds how it ended meanwhile. Not where another user is only reached by sudo; there the command ends with
 * nobody to tell.
 */
public final class KeptCommandRunner implements CommandStarter {
    private static final Logger LOG = LoggerFactory.getLogger(KeptCommandRunner.class);

    private final HostName host;
    private final Spool spool;
    private final RunnerLimits limits;
    private final Clock clock;
    private final Supplier<String> boot;
    private final CommandRunner otherwise;
    private final Launcher launcher;
    private final Optional<Path> controlGroups = ControlGroup.own();

    /** @param boot id of the boot of the machine */
    public KeptCommandRunner(HostName host, Spool spool, RunnerLimits limits, Supplier<String> boot, Clock clock) {
        this.host = host;
        this.spool = spool;
        this.limits = limits;
        this.clock = clock;
        this.boot = boot;
        this.otherwise = new CommandRunner(host, spool, limits, clock);
        this.launcher = new Launcher(host);
    }

    @Override
    public CommandResult run(Command command, Cancellation cancellation) {
        Instant started = clock.instant();
        if (cancellation.isCancelled() || !launcher.becomes(command.options().user())) {
            return otherwise.run(command, cancellation);
        }
        try {
            return start(command, started, cancellation);
        } catch (CannotStartException e) {
            return none(started, new Ending.NotStarted(e.reason()));
        } catch (IOException e) {
            return none(started, new Ending.NotStarted("It could not be started: " + e.getMessage()));
        }
    }

    private static CommandResult none(Instant started, Ending ending) {
        return new CommandResult(started, Duration.ZERO, ending, Output.NONE, Output.NONE);
    }

    /** @throws IOException before the command has started, never after */
    private CommandResult start(Command command, Instant started, Cancellation cancellation)
            throws IOException, CannotStartException {
        Account account = launcher.account(command.options().user());
        Account own = launcher.account("");
        Optional<ControlGroup> group = ControlGroup.create(controlGroups, host, command);
        Capture out = new Capture(
                limits.head(),
                limits.tail(),
                spool.file(command.job(), command.task(), command.attempt(), OutputStreamName.OUT, limits));
        Capture err = new Capture(
                limits.head(),
                limits.tail(),
                spool.file(command.job(), command.task(), command.attempt(), OutputStreamName.ERR, limits));
        Path note = spool.note(command.job());
        forget(note);
        KeptRun run = KeptRun.create(spool.root(), account.uid() != own.uid());
        try {
            List<String> arguments = ScriptFile.isNeeded(command)
                    ? ScriptFile.createIn(run.path(), command, account, own).arguments()
                    : List.of(SearchPath.require(command.options().shell()), "-c", command.text());
            Launch launch = launcher.prepareKept(command, arguments, run, group);
            new KeptNote(boot.get(), command.task(), command.attempt(), ProcessEntry.now(), run).write(note);
            try (Attached attached = new Attached(run, out, err)) {
                Process process = launch.builder()
                        .redirectOutput(run.out().toFile())
                        .redirectError(run.err().toFile())
                        .start();
                Optional<ProcessEntry> keeper = ProcessEntry.of(process.pid());
                long from = System.nanoTime();
                Ending ending = attached.await(
                        keeper,
                        process.onExit(),
                        launch.tag(),
                        launch.controlGroups(),
                        command.options().timeout(),
                        cancellation);
                Duration took = Duration.ofNanos(System.nanoTime() - from);
                attached.finish();
                return new CommandResult(started, took, ending, out.output(), err.output());
            }
        } catch (IOException | CannotStartException e) {
            run.close();
            throw e;
        } finally {
            group.ifPresent(ControlGroup::remove);
        }
    }

    @Override
    public Optional<CommandResult> resume(Command command, Instant started, Cancellation cancellation) {
        Path file = spool.note(command.job());
        try {
            Optional<KeptNote> note = KeptNote.read(file).filter(found -> found.isOf(command));
            if (note.isEmpty()
                    || !note.get().boot().equals(boot.get())
                    || !Files.isDirectory(note.get().run().path())) {
                return Optional.empty();
            }
            if (note.get().run().takeBack()) {
                LOG.info("Command {} of job {} had not begun", command.task() + 1, command.job());
                return Optional.of(run(command, cancellation));
            }
            return resume(command, note.get(), started, cancellation);
        } catch (IOException e) {
            LOG.warn("It cannot be found out how command {} of job {} ended: {}", command.task() + 1, command.job(), e);
            return Optional.empty();
        }
    }

    private Optional<CommandResult> resume(Command command, KeptNote note, Instant started, Cancellation cancellation)
            throws IOException {
        ProcessTag tag = ProcessTag.of(host, command);
        Optional<ProcessEntry> keeper = note.run().keeper(tag);
        if (keeper.isEmpty() && note.run().exited().isEmpty()) {
            return Optional.empty();
        }
        Capture out = refilled(command, OutputStreamName.OUT);
        Capture err = refilled(command, OutputStreamName.ERR);
        CompletableFuture<?> ended = keeper.flatMap(process -> ProcessHandle.of(process.pid()))
                .<CompletableFuture<?>>map(ProcessHandle::onExit)
                .orElse(CompletableFuture.completedFuture(true));
        try (Attached attached = new Attached(note.run(), out, err)) {
            Ending ending = attached.await(
                    keeper,
                    ended,
                    tag,
                    ControlGroup.ofTask(controlGroups, host, command.job(), command.task()),
                    command.options().timeout().minus(ProcessEntry.since(note.ticks())),
                    cancellation);
            attached.finish();
            Duration took = ProcessEntry.since(note.ticks());
            return ending instanceof Ending.Interrupted
                    ? Optional.empty()
                    : Optional.of(new CommandResult(started, took, ending, out.output(), err.output()));
        }
    }

    /** With what an earlier life of the agent has kept of the stream. */
    private Capture refilled(Command command, OutputStreamName stream) {
        Optional<Bytes> kept =
                spool.read(command.job(), command.task(), command.attempt(), stream, 0, (int) limits.kept());
        Capture capture = new Capture(
                limits.head(),
                limits.tail(),
                spool.file(command.job(), command.task(), command.attempt(), stream, limits));
        kept.map(Bytes::toArray).ifPresent(bytes -> capture.write(bytes, bytes.length));
        return capture;
    }

    /** Removes what is kept of commands of other jobs than these; how a command ended is kept until the ledger has it. */
    public void keepOnly(Set<OrderId> jobs) {
        SpooledJob.in(spool.root()).stream()
                .map(SpooledJob::id)
                .filter(job -> !jobs.contains(job))
                .map(spool::note)
                .forEach(KeptCommandRunner::forget);
    }

    private static void forget(Path note) {
        try {
            KeptNote.read(note).map(KeptNote::run).ifPresent(KeptRun::close);
            Files.deleteIfExists(note);
        } catch (IOException e) {
            LOG.warn("{} cannot be removed: {}", note, e.toString());
        }
    }

    /** This agent's ends of the pipes of one command. */
    private final class Attached implements AutoCloseable {
        private final KeptRun run;
        private final OutputPipe out;
        private final OutputPipe err;
        private final Door gone;

        Attached(KeptRun run, OutputSink toOut, OutputSink toErr) throws IOException {
            this.run = run;
            this.out = new OutputPipe(run.out(), toOut);
            this.err = new OutputPipe(run.err(), toErr);
            this.gone = new Door(run.gone());
        }

        /**
         * Waits for the end of the command, or brings it about.
         *
         * @param keeper its process; empty when it has ended
         * @param keeperGone when it has
         */
        Ending await(
                Optional<ProcessEntry> keeper,
                CompletableFuture<?> keeperGone,
                ProcessTag tag,
                Collection<ControlGroup> groups,
                Duration timeout,
                Cancellation cancellation) {
            out.start();
            err.start();
            RunningCommand running = new RunningCommand(
                    keeper, CompletableFuture.anyOf(gone.opened(), keeperGone), run::exited, tag, groups);
            return running.await(timeout, cancellation, new Terminator(limits.killGrace(), List.of()));
        }

        /** Lets the keeper go, and returns when what was written has been taken. */
        void finish() {
            gone.close();
            err.finish(out.finish(limits.pipeGrace()));
        }

        @Override
        public void close() {
            gone.close();
            out.close();
            err.close();
        }
    }
}
