package org.labcast.publisher.store;

import org.labcast.model.Header;

/**
 * A job in one line.
 *
 * @param tasks how many commands
 * @param posted whether the broker is known to have it; false after a crash while posting
 */
public record JobSummary(Header header, String title, int tasks, boolean posted, Counts counts) {
    /**
     * Hosts of a job, counted.
     *
     * @param expected hosts that are to answer, or have answered without being expected
     * @param answered those that have sent anything
     * @param finished those that have sent their last word
     * @param failed those that have reported a failed command, a refusal or an early end
     */
    public record Counts(int expected, int answered, int finished, int failed) {}
}
