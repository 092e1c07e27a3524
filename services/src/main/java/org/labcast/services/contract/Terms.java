package org.labcast.services.contract;

import java.time.Duration;
import java.util.Optional;

/**
 * Under which terms a port runs.
 *
 * @param timeout of a call; a stream has none
 * @param outputLimit bytes that a call may put out, both streams together; the rest is cut off, and the result says so
 * @param slots calls or streams at once on a host
 * @param idempotent whether a call that got lost may be made again elsewhere
 * @param user as whom the tool runs, when not as the agent itself
 */
public record Terms(
        Duration timeout,
        long outputLimit,
        int slots,
        SlowReader slowReader,
        boolean idempotent,
        Optional<String> user) {
    /** What a description that says nothing means. */
    public static final Terms USUAL =
            new Terms(Duration.ofSeconds(60), 16L << 20, 4, SlowReader.BLOCK, false, Optional.empty());

    /** What happens to a stream whose reader is slower than the tool. */
    public enum SlowReader {
        /** The tool waits. */
        BLOCK,
        /** Output is dropped, and the reader told how much. */
        DROP
    }
}
