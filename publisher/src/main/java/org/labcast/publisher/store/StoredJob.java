package org.labcast.publisher.store;

import org.labcast.model.Bytes;
import org.labcast.model.HostSet;
import org.labcast.model.order.Job;

/**
 * A job as it was signed.
 *
 * @param payload the signed bytes; their SHA-256 is what a result names as its job's digest
 * @param expected the hosts from which an answer is awaited
 * @param posted whether the broker is known to have it; false after a crash while posting
 */
public record StoredJob(Job job, Bytes payload, HostSet expected, boolean posted) {}
