package org.labcast.agent.core;

import java.time.Duration;
import org.labcast.model.InvalidValueException;

/**
 * What one command may take of the host.
 *
 * @param killGrace between TERM and KILL when a command is ended
 * @param pipeGrace how long output is still read after the command ended, when a process that it left in the
 *     background holds its output open
 * @param head bytes of each stream that are kept in memory from the beginning
 * @param tail bytes of each stream that are kept in memory from the end
 * @param kept bytes of each stream that are kept on disk, at most
 * @param reserve bytes that keeping output leaves free on the disk
 */
public record RunnerLimits(Duration killGrace, Duration pipeGrace, int head, int tail, long kept, long reserve) {
    public static final RunnerLimits DEFAULT =
            new RunnerLimits(Duration.ofSeconds(5), Duration.ofMillis(500), 32 << 10, 32 << 10, 16 << 20, 256 << 20);

    public RunnerLimits {
        if (head < 0 || tail < 1) {
            throw new InvalidValueException("of an output at least the last byte is kept in memory");
        }
    }
}
