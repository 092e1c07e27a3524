package org.labcast.publisher.store;

import org.labcast.model.Event;
import org.labcast.model.HostName;
import org.labcast.model.JobEnd;
import org.labcast.model.OrderId;
import org.labcast.model.Refusal;

/** Keeps the flags by which the list of jobs counts hosts. */
final class Progress {
    private final Database database;

    Progress(Database database) {
        this.database = database;
    }

    void note(OrderId order, HostName host, Event event) {
        if (event instanceof Event.TaskDone done) {
            note(order, host, false, !done.outcome().state().success());
        } else if (event instanceof Event.Finished finished) {
            note(order, host, true, finished.end() != JobEnd.DONE);
        } else {
            // a replayed job may well be one that this host is doing
            boolean refused = event instanceof Event.Refused no && no.reason() != Refusal.REPLAYED;
            note(order, host, refused, refused);
        }
    }

    void note(OrderId order, HostName host, boolean finished, boolean failed) {
        database.update(
                "INSERT INTO progress (order_id, host, finished, failed) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT DO UPDATE SET finished = max(finished, excluded.finished),"
                        + " failed = max(failed, excluded.failed)",
                order.value(),
                host.value(),
                finished,
                failed);
    }
}
