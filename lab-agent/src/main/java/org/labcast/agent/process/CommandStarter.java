package org.labcast.agent.process;

import java.time.Instant;
import java.util.Optional;

/** Runs commands one after the other: each in a shell of its own, or all in one. */
public interface CommandStarter {
    /** Returns when the command has ended, or was ended because of its timeout or the cancellation. */
    CommandResult run(Command command, Cancellation cancellation);

    /**
     * Waits for a command that an earlier life of the agent has started.
     *
     * @param started when it was
     * @return empty when nobody can tell any more what became of it
     */
    default Optional<CommandResult> resume(Command command, Instant started, Cancellation cancellation) {
        return Optional.empty();
    }
}
