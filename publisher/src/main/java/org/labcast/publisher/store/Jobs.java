package org.labcast.publisher.store;

import java.util.List;
import org.labcast.model.OrderId;

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

    /** The newest first. */
    List<JobSummary> newest(int most);
}
