package org.labcast.publisher.store;

import org.labcast.model.order.Header;

/**
 * A job in one line.
 *
 * @param tasks how many commands
 * @param posted whether the broker is known to have it; false after a crash while posting
 */
public record JobSummary(Header header, String title, int tasks, boolean posted) {}
