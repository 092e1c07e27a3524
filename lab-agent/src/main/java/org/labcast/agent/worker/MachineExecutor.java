package org.labcast.agent.worker;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labcast.agent.ledger.Entry;
import org.labcast.agent.ledger.JobRecord;
import org.labcast.agent.process.Cancellation;
import org.labcast.agent.process.OrphanReaper;
import org.labcast.agent.process.Surroundings;
import org.labcast.agent.session.JobShells;
import org.labcast.agent.session.Sessions;
import org.labcast.agent.task.AttemptListener;
import org.labcast.agent.task.TaskRunner;
import org.labcast.model.OrderId;
import org.labcast.model.order.Job;
import org.labcast.model.order.Task;
import org.labcast.model.order.TaskOptions;
import org.labcast.model.result.Outcome;
import org.labcast.transport.pgp.Verified;

/** Does the work of jobs on this machine: commands in a shell each or in the job's living shells, and changes of services. */
public final class MachineExecutor implements TaskExecutor {
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(60);

    private final TaskRunner apart;
    private final MachineCorrections corrections;
    private final Sessions sessions;
    private final ServiceChanges changes;
    private final OrphanReaper orphans;
    private @Nullable OrderId current;
    private @Nullable JobShells shells;

    /** @param apart runs each command in a shell of its own */
    public MachineExecutor(
            TaskRunner apart,
            MachineCorrections corrections,
            Sessions sessions,
            ServiceChanges changes,
            OrphanReaper orphans) {
        this.apart = apart;
        this.corrections = corrections;
        this.sessions = sessions;
        this.changes = changes;
        this.orphans = orphans;
    }

    @Override
    public Optional<String> obstacle(Verified<Job> job) {
        return shells(job.value()).flatMap(JobShells::obstacle);
    }

    @Override
    public Outcome run(Verified<Job> job, int index, AttemptListener listener, Cancellation cancellation) {
        Task task = job.value().tasks().get(index);
        return task.change().isPresent()
                ? changes.run(job, index, listener)
                : runner(job.value()).run(job.value().id(), index, task, listener, cancellation);
    }

    private TaskRunner runner(Job job) {
        return shells(job)
                .map(shared -> apart.with(
                        shared, (task, failed) -> corrections.diagnose(task, failed, around(shared, task.options()))))
                .orElse(apart);
    }

    private static Surroundings around(JobShells shells, TaskOptions options) {
        return shells.surroundings(options);
    }

    private Optional<JobShells> shells(Job job) {
        if (job.session().isEmpty()) {
            return Optional.empty();
        }
        JobShells known = job.id().equals(current) ? shells : null;
        if (known == null) {
            known = sessions.of(job, job.session().get());
            current = job.id();
            shells = known;
        }
        return Optional.of(known);
    }

    private Optional<JobShells> shells(OrderId job) {
        return Optional.ofNullable(shells).filter(known -> job.equals(current));
    }

    @Override
    public Optional<Outcome> resume(
            Verified<Job> job, JobRecord record, AttemptListener listener, Cancellation cancellation) {
        Task task = job.value().tasks().get(record.nextTask());
        int ended = record.shell().earlier().size();
        if (task.change().isPresent() || ended != record.open().size() - 1) {
            return Optional.empty();
        }
        Entry.AttemptStarted begun = record.open().get(ended);
        TaskRunner.Interrupted interrupted = new TaskRunner.Interrupted(
                record.id(),
                record.nextTask(),
                record.shell().earlier(),
                begun.command(),
                begun.correction(),
                begun.at());
        return runner(job.value()).resume(interrupted, task, listener, cancellation);
    }

    @Override
    public boolean hasEndedFile(OrderId job) {
        return shells(job).map(JobShells::hasEnded).orElse(false);
    }

    @Override
    public Outcome finish(Verified<Job> job, Outcome last) {
        return shells(job.value())
                .map(shared -> shared.finish(last, LONGEST_FAREWELL))
                .orElse(last);
    }

    @Override
    public void close(OrderId job, boolean cancelled) {
        shells(job).ifPresent(JobShells::kill);
        shells = null;
        if (cancelled) {
            orphans.end(job);
        }
        sessions.remove(job);
    }

    @Override
    public void leave() {
        Optional.ofNullable(shells).ifPresent(JobShells::leave);
        shells = null;
    }

    @Override
    public boolean endLeftovers(OrderId job, int index) {
        return orphans.end(job, index);
    }
}
