package org.labcast.publisher.store;

import java.time.Instant;
import org.labcast.model.OrderId;

/**
 * A job in one line.
 *
 * @param posted whether the broker is known to have it; false after a crash while posting
 * @param tasks how many commands
 * @param hosts how many hosts are expected to answer
 * @param answered how many hosts have sent anything
 * @param finished how many hosts have sent their last word
 * @param failed how many hosts have reported a failed command or a refusal
 */
public record JobSummary(
        OrderId id,
        String title,
        String target,
        Instant created,
        Instant expires,
        boolean posted,
        int tasks,
        int hosts,
        int answered,
        int finished,
        int failed) {}
