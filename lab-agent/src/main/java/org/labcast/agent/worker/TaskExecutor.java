package org.labcast.agent.worker;

import java.util.List;
import java.util.Optional;
import org.labcast.agent.exec.AttemptListener;
import org.labcast.agent.exec.Cancellation;
import org.labcast.agent.exec.Command;
import org.labcast.agent.exec.JobShells;
import org.labcast.agent.exec.Leftovers;
import org.labcast.agent.exec.TaskRunner;
import org.labcast.model.Job;
import org.labcast.model.OrderId;
import org.labcast.model.Outcome;
import org.labcast.model.Script;
import org.labcast.model.ShellSession;
import org.labcast.model.Task;
import org.labcast.model.TaskOptions;
import org.labcast.transport.pgp.Verified;

/** What does the work of a job on this machine. */
public interface TaskExecutor {
    /**
     * Runs one task to its outcome; see {@link TaskRunner}.
     *
     * @param index of the task within the job, from 0
     */
    Outcome run(Verified<Job> job, int index, AttemptListener listener, Cancellation cancellation);

    /**
     * Ends what an earlier life of the agent has left of a task.
     *
     * @return whether nothing of it runs any more
     */
    boolean endLeftovers(OrderId job, int index);

    /** Whether a shell of the job has ended by itself, so that nothing more is typed into it. */
    boolean hasEnded(OrderId job);

    /** Ends the job's shells; to be called when nothing more of it will run. */
    void finish(OrderId job);

    /** Gives up the job's shells, as the agent stops. */
    void stop();

    static TaskExecutor of(TaskRunner runner, JobShells shells, ServiceChanges changes, Leftovers leftovers) {
        return new TaskExecutor() {
            @Override
            public Outcome run(Verified<Job> job, int index, AttemptListener listener, Cancellation cancellation) {
                Task task = job.value().tasks().get(index);
                return task.change().isPresent()
                        ? changes.run(job, index, listener)
                        : runner.run(job.value().id(), index, task, place(job.value(), index), listener, cancellation);
            }

            @Override
            public boolean hasEnded(OrderId job) {
                return shells.hasEnded(job);
            }

            @Override
            public void finish(OrderId job) {
                shells.finish(job);
            }

            @Override
            public void stop() {
                shells.dropAll();
            }

            @Override
            public boolean endLeftovers(OrderId job, int index) {
                return leftovers.end(job, index);
            }
        };
    }

    private static Command.Place place(Job job, int index) {
        Task task = job.tasks().get(index);
        Optional<List<String>> interpreter = task.script().map(Script::interpreter);
        // A script of a job without a common shell is handed over by one of its own.
        Optional<ShellSession> session = job.session()
                .or(() -> interpreter.map(script -> new ShellSession(
                        TaskOptions.DEFAULT.shell(), task.options().cwd())));
        List<String> earlier = job.tasks().subList(0, index).stream()
                .filter(other -> other.options().user().equals(task.options().user())
                        && job.session().isPresent())
                .map(Task::command)
                .toList();
        return new Command.Place(session, interpreter, earlier.isEmpty(), earlier);
    }
}
