package org.labcast.publisher.store;

import java.util.Collection;
import java.util.List;
import org.labcast.model.HostName;
import org.labcast.model.OrderId;
import org.labcast.model.result.OutputStreamName;
import org.labcast.model.result.Result;
import org.labcast.transport.pgp.Verified;

/** What hosts have answered. */
public interface Results {
    /** Takes a result in, once, all of it or nothing. When this returns, the result survives a crash. */
    default StoreOutcome record(Verified<Result> result) {
        return record(List.of(result)).get(0);
    }

    /** Takes several in, all or none; one synchronisation of the disk for all of them. */
    List<StoreOutcome> record(List<Verified<Result>> results);

    /** Keeps a trace of answers that are not to be believed. */
    void refuse(Collection<RefusedAnswer> answers);

    /** Numbers of a host's results for an order that are here, in ascending order. */
    List<Long> held(OrderId order, HostName host);

    /**
     * The results for an order, in the order they came, without the pieces of full output.
     *
     * @param after position of the last row already known, 0 for all
     */
    List<StoredResult> of(OrderId order, long after);

    List<RefusedAnswer> refused(OrderId order);

    /** What has come of the full output of one attempt, both counted from 0. */
    FetchedOutput output(OrderId job, HostName host, int task, int attempt, OutputStreamName stream);
}
