package org.labcast.model.result;

import java.time.Instant;
import java.util.List;
import org.labcast.model.HostName;
import org.labcast.model.InvalidValueException;
import org.labcast.model.OrderId;
import org.labcast.model.Realm;

/**
 * News of one job from one host. Job, host and number name it: a second copy is a duplicate.
 *
 * @param jobDigest SHA-256 of the job's payload as the host received it, lower-case hexadecimal
 * @param number counts the host's results for this job, from 1
 */
public record Result(
        Realm realm, OrderId job, String jobDigest, HostName host, long number, Instant sent, List<Event> events)
        implements HostMessage {
    public Result {
        events = List.copyOf(events);
        if (number < 1) {
            throw new InvalidValueException("results count from 1");
        }
    }

    /** What the publisher recognises a second copy by. Anybody who has seen the job can guess it. */
    public String name() {
        return job + "/" + host + "/" + number;
    }
}
