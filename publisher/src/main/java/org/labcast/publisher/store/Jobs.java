package org.labcast.publisher.store;

import java.util.List;
import java.util.Optional;
import org.labcast.model.OrderId;
import org.labcast.publisher.taskfile.TaskSource;

/** The jobs that this publisher has posted. */
public interface Jobs {
    /**
     * The job that a person means.
     *
     * @param wanted an id, the beginning of one, or {@code last}
     * @throws StoreException when no job, or more than one, is meant
     */
    StoredJob find(String wanted);

    /** @throws StoreException when there is no such job */
    default StoredJob find(OrderId id) {
        return find(id.value());
    }

    /** The task file that the job was made from; empty when none was kept with it. */
    Optional<TaskSource> source(OrderId id);

    /** The newest first. */
    List<JobSummary> newest(int most);

    /** Changes with everything that a count of the job's hosts depends on, but for the time. */
    String stamp(OrderId id);

    /** A count that was kept under this stamp. */
    Optional<String> counted(OrderId id, String stamp);

    /** Keeps a count of a job that is over. */
    void count(OrderId id, String stamp, String totals);
}
