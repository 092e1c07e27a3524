package org.labcast.publisher.store;

import java.time.Instant;
import org.labcast.model.result.Result;

/**
 * A result as taken in.
 *
 * @param position grows with each result of the store
 * @param received by the publisher's clock
 */
public record StoredResult(long position, Instant received, Result result) {}
